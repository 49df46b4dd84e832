package io.makerbench.workbench.compare;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.Holm;
import io.makerbench.evaluate.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a policy earned at each latency and maker fee, against one baseline.
 *
 * @param fees maker fees, bps, ascending
 * @param latencies order latencies, µs, ascending
 * @param cells what was found, in any order; points may lack
 */
record FeeGrid(List<Double> fees, List<Double> latencies, List<Cell> cells) {
  private static final double LEVEL = 0.05;

  /**
   * One point.
   *
   * @param fee maker fee, bps
   * @param latency order latency, µs
   * @param pnl mean realised profit of a window, quote currency
   * @param difference the same less the baseline's
   * @param low lower end of the 95 % interval of the difference
   * @param high upper end
   * @param p two-sided p-value of the difference, after Holm's correction over the grid
   */
  record Cell(
      double fee,
      double latency,
      double pnl,
      double difference,
      double low,
      double high,
      double p) {
    Cell with(double newP) {
      return new Cell(fee, latency, pnl, difference, low, high, newP);
    }

    boolean significant() {
      return p < LEVEL;
    }
  }

  /** Baselines in the table of a grid. */
  static List<String> baselines(Table table) {
    int column = column(table, "baseline");
    return table.rows().stream().map(row -> row.get(column)).distinct().toList();
  }

  /** The rows of one baseline. */
  static FeeGrid of(Table table, String baseline) {
    List<Cell> cells = new ArrayList<>();
    for (List<String> row : table.rows()) {
      if (row.get(column(table, "baseline")).equals(baseline)) {
        ToDoubleFunction<String> number = name -> Double.parseDouble(row.get(column(table, name)));
        cells.add(
            new Cell(
                number.applyAsDouble("fees_bps"),
                number.applyAsDouble("latency_micros"),
                number.applyAsDouble("agent_pnl"),
                number.applyAsDouble("difference"),
                number.applyAsDouble("low_95"),
                number.applyAsDouble("high_95"),
                number.applyAsDouble("p")));
      }
    }
    double[] corrected = Holm.adjusted(cells.stream().mapToDouble(Cell::p).toArray());
    for (int i = 0; i < corrected.length; i++) {
      cells.set(i, cells.get(i).with(corrected[i]));
    }
    return new FeeGrid(
        cells.stream().map(Cell::fee).distinct().sorted().toList(),
        cells.stream().map(Cell::latency).distinct().sorted().toList(),
        List.copyOf(cells));
  }

  private static int column(Table table, String name) {
    int column = table.columns().indexOf(name);
    if (column < 0) {
      throw new InputException("The table of the grid has no column " + name + ".");
    }
    return column;
  }

  Optional<Cell> at(double fee, double latency) {
    return cells.stream().filter(c -> c.fee() == fee && c.latency() == latency).findFirst();
  }

  /** Largest size of a value; 0 where there is none. */
  double largest(ToDoubleFunction<Cell> value) {
    return cells.stream()
        .mapToDouble(value)
        .map(Math::abs)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }
}
