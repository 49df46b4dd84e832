package io.makerbench.workbench.replay;

/**
 * How resting sizes are coloured. Immutable.
 *
 * @param colours from none to the largest
 * @param cutOff sizes between which they change
 * @param strength share (0 … 1) of the scale that is used; less dims all sizes
 */
record HeatLook(HeatColours colours, CutOff cutOff, double strength) {
  static final HeatLook FIRST = new HeatLook(HeatColours.BLUE, CutOff.FIRST, 1);

  HeatLook in(HeatColours wanted) {
    return new HeatLook(wanted, cutOff, strength);
  }

  HeatLook cutOff(CutOff wanted) {
    return new HeatLook(colours, wanted, strength);
  }

  HeatLook strength(double wanted) {
    return new HeatLook(colours, cutOff, wanted);
  }
}
