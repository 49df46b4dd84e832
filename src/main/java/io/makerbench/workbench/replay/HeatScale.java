package io.makerbench.workbench.replay;

/**
 * From resting size to colour: sizes up to {@code lower} have the ground's colour, sizes from
 * {@code upper} on the brightest one.
 */
final class HeatScale {
  private static final int RESOLUTION = 1024;

  /** Below 1, so that ordinary sizes are told apart as well as the few large ones. */
  private static final double GAMMA = 0.7;

  private final float lower;
  private final float perLot;
  private final int[] colours = new int[RESOLUTION + 1];

  /**
   * @param strength share (0 … 1) of the colours that is used
   */
  HeatScale(HeatColours table, Ground ground, float lower, float upper, double strength) {
    this.lower = lower;
    perLot = RESOLUTION / Math.max(Float.MIN_NORMAL, upper - lower);
    for (int i = 0; i <= RESOLUTION; i++) {
      double share = Math.pow((double) i / RESOLUTION, GAMMA);
      int step = (int) Math.round(strength * share * (HeatColours.STEPS - 1));
      colours[i] = table.colour(ground, step);
    }
  }

  /** Scale of the sizes that rest in a recording. */
  static HeatScale of(HeatLook look, Ground ground, ReplayData data) {
    CutOff cutOff = look.cutOff();
    return new HeatScale(
        look.colours(), ground, cutOff.lowerLots(data), cutOff.upperLots(data), look.strength());
  }

  /** Colour of a size in lots, 0xFFRRGGBB. */
  int colour(float lots) {
    float place = (lots - lower) * perLot;
    return colours[place <= 0 ? 0 : place >= RESOLUTION ? RESOLUTION : (int) place];
  }

  /** Colour of a price at which nothing rests. */
  int ground() {
    return colours[0];
  }
}
