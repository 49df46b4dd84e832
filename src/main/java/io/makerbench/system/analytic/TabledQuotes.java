package io.makerbench.system.analytic;

/** Quotes reckoned beforehand for every step of an episode and every position. */
final class TabledQuotes implements Quotes {
  private final InventoryValues.Row[] rows;
  private final double dt;

  /** The table of a closed form for the steps of a market. */
  TabledQuotes(InventoryValues values, AnalyticConfig config) {
    dt = config.dt();
    rows = values.table(dt, config.steps());
  }

  private InventoryValues.Row at(double time) {
    return rows[(int) Math.rint(time / dt)];
  }

  @Override
  public double bidDepth(double time, int inventory) {
    return at(time).bidDepth(inventory);
  }

  @Override
  public double askDepth(double time, int inventory) {
    return at(time).askDepth(inventory);
  }
}
