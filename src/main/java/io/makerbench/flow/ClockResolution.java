package io.makerbench.flow;

import io.makerbench.tape.Trades;

/** The step in which a venue's clock counts: the greatest common divisor of its stamps. */
final class ClockResolution {
  private static final long ENOUGH_ROWS = 10_000;

  private ClockResolution() {}

  /** Step of the exchange times of trades, ns; 1 without trades. */
  static long ofTrades(Trades trades) {
    long step = 0;
    for (long row = 0; row < Math.min(ENOUGH_ROWS, trades.rows()); row++) {
      step = greatestCommonDivisor(trades.exchangeTime(row), step);
    }
    long largest = 1_000_000_000L;
    return Math.clamp(step, 1, largest);
  }

  private static long greatestCommonDivisor(long first, long second) {
    long a = first;
    long b = second;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }
}
