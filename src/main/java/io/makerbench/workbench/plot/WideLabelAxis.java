package io.makerbench.workbench.plot;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;

/** An axis across whose labels may be as long as a time of day: it has fewer of them. */
final class WideLabelAxis extends DefaultNumericAxis {
  private static final long serialVersionUID = 1L;

  /** The library allows for labels of two digits. */
  private static final double SHARE_OF_LABELS = 0.36;

  @Override
  public double computePreferredTickUnit(double length) {
    return super.computePreferredTickUnit(length * SHARE_OF_LABELS);
  }
}
