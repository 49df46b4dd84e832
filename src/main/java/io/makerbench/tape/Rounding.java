package io.makerbench.tape;

/** Turns the prices and sizes of a row into ticks and lots, and counts those off the grid. */
final class Rounding {
  /** Largest price in ticks: the one above marks an empty side. */
  static final int MOST_TICKS = Integer.MAX_VALUE - 1;

  /** Largest size in lots: the largest whole number that doubles hold without loss. */
  static final long MOST_LOTS = 1L << 53;

  private final Grid prices;
  private final Grid sizes;

  Rounding(Grid prices, Grid sizes) {
    this.prices = prices;
    this.sizes = sizes;
  }

  /** A valid price of the stream's row, in ticks. */
  int ticks(RowStream stream, String column, double price) {
    return (int) steps(prices, stream, column, price);
  }

  /** A valid size of the stream's row, in lots. */
  long lots(RowStream stream, String column, double size) {
    return (long) steps(sizes, stream, column, size);
  }

  private static double steps(Grid grid, RowStream stream, String column, double value) {
    double steps = grid.steps(value);
    if (!grid.fits(steps)) {
      throw grid.tooLarge(stream.place(), column, value);
    }
    if (!grid.onGrid(value, steps)) {
      stream.find(Defect.OFF_GRID);
    }
    return steps;
  }

  static boolean validPrice(double price) {
    return price > 0 && price < Double.POSITIVE_INFINITY;
  }

  static boolean validSize(double size) {
    return size >= 0 && size < Double.POSITIVE_INFINITY;
  }

  Instrument instrument(String exchange, String symbol) {
    return new Instrument(exchange, symbol, prices.step(), sizes.step());
  }
}
