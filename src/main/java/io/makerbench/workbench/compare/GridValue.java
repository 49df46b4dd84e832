package io.makerbench.workbench.compare;

import io.makerbench.workbench.plot.Numbers;

/** What the cells of a latency–fee grid show. */
enum GridValue {
  PNL,
  DIFFERENCE;

  double of(FeeGrid.Cell cell) {
    return this == PNL ? cell.pnl() : cell.difference();
  }

  /** The 95 % interval of what is shown, in words; empty where there is none. */
  String interval(FeeGrid.Cell cell) {
    return this == PNL || !Double.isFinite(cell.low())
        ? ""
        : Numbers.precise(cell.low()) + " … " + Numbers.precise(cell.high());
  }
}
