package io.makerbench.workbench.replay;

/**
 * Colours of resting sizes, 256 from none to the largest. Lightness rises (or, on a light ground,
 * falls) evenly in OKLab (B. Ottosson, 2020), and hue stays among blues and a pale yellow, so the
 * scale reads the same with every kind of colour vision.
 */
enum HeatColours {
  ON_DARK(0x0b1120, 0x11294f, 0x1c5593, 0x3f92c9, 0x9ed3e6, 0xfff6cf),
  ON_LIGHT(0xfafbfd, 0xd9e7f5, 0x9ec5e6, 0x4c8fcb, 0x1d5698, 0x0a2350);

  static final int STEPS = 256;

  private final int[] table = new int[STEPS];

  HeatColours(int... stops) {
    double[][] lab = new double[stops.length][];
    for (int i = 0; i < stops.length; i++) {
      lab[i] = OkLab.of(stops[i]);
    }
    for (int i = 0; i < STEPS; i++) {
      double place = i * (stops.length - 1.0) / (STEPS - 1);
      int stop = Math.min(stops.length - 2, (int) place);
      table[i] = OkLab.mix(lab[stop], lab[stop + 1], place - stop);
    }
  }

  /** Colour of a step, 0 … 255, as 0xFFRRGGBB. */
  int colour(int step) {
    return table[step];
  }

  /** Colour under everything: that of an empty price. */
  int ground() {
    return table[0];
  }
}
