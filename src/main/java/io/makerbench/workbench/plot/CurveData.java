package io.makerbench.workbench.plot;

import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.spi.AbstractDataSet;

/**
 * What a chart holds of one curve: the points now in view, exchanged as a whole. It is written and
 * read on the JavaFX thread alone, so it needs no lock; the library's own data sets take one that
 * the chart may still hold between layout and pulse, which would stop the window for ever.
 */
@SuppressWarnings("unchecked") // of the library, in lock()
final class CurveData extends AbstractDataSet<CurveData> {
  private static final long serialVersionUID = 1L;

  private final transient Curve curve;
  private transient Points points = Points.NONE;

  CurveData(Curve curve) {
    super(curve.name(), 2);
    this.curve = curve;
  }

  Curve curve() {
    return curve;
  }

  Points points() {
    return points;
  }

  void show(Points shown) {
    points = shown;
  }

  @Override
  public double get(int dimension, int index) {
    return dimension == DIM_X ? points.x()[index] : points.y()[index];
  }

  @Override
  public int getDataCount() {
    return points.size();
  }

  @Override
  public DataSet set(DataSet other, boolean copy) {
    throw new UnsupportedOperationException("Curves are shown, not set");
  }
}
