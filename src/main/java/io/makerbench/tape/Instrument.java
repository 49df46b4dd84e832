package io.makerbench.tape;

/**
 * What a tape was recorded of. Prices and sizes on the tape are whole numbers of these steps.
 *
 * @param exchange venue as the recorder names it, for example {@code binance-futures}
 * @param symbol instrument, for example {@code BTCUSDT}
 * @param priceStep price of one tick on the tape, in quote currency
 * @param sizeStep size of one lot on the tape, in base currency (or contracts)
 */
public record Instrument(String exchange, String symbol, double priceStep, double sizeStep) {
  /** A price in ticks as quote currency. */
  public double price(int ticks) {
    return ticks * priceStep;
  }

  /** A size in lots as base currency. */
  public double size(long lots) {
    return lots * sizeStep;
  }
}
