package io.makerbench.tape;

/** Prices of a LOBSTER recording, ten-thousandths of a dollar, as ticks of a tape. */
final class LobsterSteps {
  private final Grid prices;

  LobsterSteps(Grid prices) {
    this.prices = prices;
  }

  static double dollars(long price) {
    return price / LobsterMessage.PRICE_PARTS;
  }

  /**
   * A price at which the book shows orders.
   *
   * @throws io.makerbench.config.InputException when it is none, or no whole number of ticks: the
   *     levels of a book may not melt into each other
   */
  int visible(CsvLines lines, int column, long price) {
    if (price <= 0) {
      throw lines.bad(column, "is no price of a level; it must be above 0");
    }
    double steps = steps(lines, column, price);
    if (!prices.onGrid(dollars(price), steps)) {
      throw lines.bad(
          column,
          "is no whole number of ticks of "
              + prices.step()
              + "; give a finer price step, or none to have it found");
    }
    return (int) steps;
  }

  /** The ticks nearest to a price at which no order is shown. */
  int nearest(CsvLines lines, int column, long price) {
    return (int) steps(lines, column, price);
  }

  /** True when a price is a whole number of ticks. */
  boolean onGrid(long price) {
    return prices.onGrid(dollars(price), prices.steps(dollars(price)));
  }

  private double steps(CsvLines lines, int column, long price) {
    double steps = prices.steps(dollars(price));
    if (!prices.fits(steps)) {
      throw prices.tooLarge(lines.place(), lines.column(column), dollars(price));
    }
    return steps;
  }
}
