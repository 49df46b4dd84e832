package io.makerbench.tape;

/** Prices and volumes of a Bitstamp recording as ticks and lots of a tape. */
record BitstampSteps(Grid prices, Grid sizes) {
  private static final int PRICE_COLUMN = 3;
  private static final int VOLUME_COLUMN = 4;

  /**
   * A price in ticks.
   *
   * @throws io.makerbench.config.InputException when it is no whole number of them
   */
  int ticks(BitstampEvent event, CsvLines line) {
    return (int) steps(prices, "price", event.price, line, PRICE_COLUMN);
  }

  /**
   * What is left of an order, in lots.
   *
   * @throws io.makerbench.config.InputException when it is no whole number of them
   */
  long lots(BitstampEvent event, CsvLines line) {
    return (long) steps(sizes, "size", event.coins(), line, VOLUME_COLUMN);
  }

  private static double steps(Grid grid, String what, double value, CsvLines line, int column) {
    double steps = grid.steps(value);
    if (!grid.fits(steps)) {
      throw grid.tooLarge(line.place(), line.column(column), value);
    }
    if (!grid.onGrid(value, steps)) {
      throw line.bad(
          column,
          "is no whole number of steps of "
              + grid.step()
              + "; give a finer "
              + what
              + " step, or none to have it found");
    }
    return steps;
  }
}
