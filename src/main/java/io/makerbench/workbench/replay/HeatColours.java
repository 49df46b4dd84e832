package io.makerbench.workbench.replay;

/**
 * Colours of resting sizes, 256 from none to the largest. Lightness rises (or, on a light ground,
 * falls) evenly in OKLab (B. Ottosson, 2020), so that each scale reads the same with every kind of
 * colour vision.
 */
enum HeatColours {
  BLUE(
      "Blue",
      new int[] {0x0b1120, 0x11294f, 0x1c5593, 0x3f92c9, 0x9ed3e6, 0xfff6cf},
      new int[] {0xfafbfd, 0xd9e7f5, 0x9ec5e6, 0x4c8fcb, 0x1d5698, 0x0a2350}),
  EMBER(
      "Ember",
      new int[] {0x0c0a16, 0x3b0f70, 0x8c2981, 0xde4968, 0xfe9f6d, 0xfcfdbf},
      new int[] {0xfdfbf8, 0xfde3c8, 0xf6ad7b, 0xd95f5f, 0x8c2981, 0x2d0a52}),
  GREEN(
      "Green",
      new int[] {0x0a1014, 0x123a4d, 0x1f6f6f, 0x4aa56a, 0xa9d45a, 0xfdf6b0},
      new int[] {0xfafcf5, 0xd9edc0, 0x86c99a, 0x2f9393, 0x2f5f8f, 0x241048}),
  GREY("Grey", new int[] {0x0d1117, 0x7d8590, 0xf6f8fa}, new int[] {0xfbfbfc, 0x868d96, 0x14171c});

  static final int STEPS = 256;

  private final String label;
  private final int[] onDark;
  private final int[] onLight;

  HeatColours(String label, int[] dark, int[] light) {
    this.label = label;
    onDark = table(dark);
    onLight = table(light);
  }

  private static int[] table(int[] stops) {
    double[][] lab = new double[stops.length][];
    for (int i = 0; i < stops.length; i++) {
      lab[i] = OkLab.of(stops[i]);
    }
    int[] table = new int[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double place = i * (stops.length - 1.0) / (STEPS - 1);
      int stop = Math.min(stops.length - 2, (int) place);
      table[i] = OkLab.mix(lab[stop], lab[stop + 1], place - stop);
    }
    return table;
  }

  /** Colour of a step, 0 … 255, as 0xFFRRGGBB. */
  int colour(Ground ground, int step) {
    return (ground == Ground.LIGHT ? onLight : onDark)[step];
  }

  @Override
  public String toString() {
    return label;
  }
}
