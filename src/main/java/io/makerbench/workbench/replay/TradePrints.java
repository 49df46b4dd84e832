package io.makerbench.workbench.replay;

import io.makerbench.tape.Trades;
import java.util.Arrays;

/**
 * Trades of a window in order of time; one entry a trade.
 *
 * @param timeNs ns since 1970 UTC, ascending
 * @param tick price in ticks
 * @param lots size in lots
 * @param takerSign +1 when the taker bought, −1 when it sold, 0 when unknown
 */
record TradePrints(long[] timeNs, int[] tick, float[] lots, byte[] takerSign) {
  int count() {
    return timeNs.length;
  }

  /** Lots traded in all. */
  double volume() {
    double volume = 0;
    for (float size : lots) {
      volume += size;
    }
    return volume;
  }

  /** After each trade the mean price of all so far, weighed by size, in ticks. */
  double[] meanTicks() {
    double[] means = new double[count()];
    double volume = 0;
    double paid = 0;
    for (int i = 0; i < means.length; i++) {
      volume += lots[i];
      paid += (double) lots[i] * tick[i];
      means[i] = paid / volume;
    }
    return means;
  }

  static TradePrints read(Trades trades, Clock clock, long startNs, long endNs) {
    RowRange rows = RowRange.around(trades.rows(), trades::localTime, startNs, endNs);
    int most = Math.toIntExact(rows.end() - rows.first());
    long[] times = new long[most];
    int[] ticks = new int[most];
    float[] lots = new float[most];
    byte[] signs = new byte[most];
    int count = 0;
    long latest = startNs;
    for (long row = rows.first(); row < rows.end(); row++) {
      long time = clock.time(trades.exchangeTime(row), trades.localTime(row));
      if (time < startNs || time > endNs) {
        continue;
      }
      latest = Math.max(latest, time);
      times[count] = latest;
      ticks[count] = trades.price(row);
      lots[count] = trades.size(row);
      signs[count++] = (byte) trades.takerSign(row);
    }
    return new TradePrints(
        Arrays.copyOf(times, count),
        Arrays.copyOf(ticks, count),
        Arrays.copyOf(lots, count),
        Arrays.copyOf(signs, count));
  }
}
