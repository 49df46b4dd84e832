package io.makerbench.workbench.replay;

/** When the picture moves to keep the mid price in sight. */
enum Recentre {
  NEVER("Never"),
  AT_EDGE("Near the edge"),
  ALWAYS("Always");

  /** Share of the height, from its middle, in which {@link #AT_EDGE} lets the mid price move. */
  private static final double CALM_SHARE = 0.36;

  private final String label;

  Recentre(String label) {
    this.label = label;
  }

  /** The viewport moved, where the rule asks for it, so that the price is in its middle. */
  Viewport apply(Viewport view, double midTick) {
    double middle = (view.low() + view.high()) / 2;
    boolean far = Math.abs(midTick - middle) > CALM_SHARE * view.ticks();
    return this == ALWAYS || this == AT_EDGE && far ? view.centredOn(midTick) : view;
  }

  @Override
  public String toString() {
    return label;
  }
}
