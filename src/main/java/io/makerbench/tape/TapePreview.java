package io.makerbench.tape;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * A tape at a glance: its time in equal parts, with prices, rates and the book in each. All arrays
 * have one entry a part; prices are NaN in parts without any.
 *
 * @param startNs begin of the first part, local time, ns since 1970 UTC
 * @param partNs length of a part, ns
 * @param mid mean of the mid prices (of trades where a tape has no quotes), quote currency
 * @param low lowest of them
 * @param high highest of them
 * @param spread mean of best ask minus best bid, quote currency; NaN throughout without quotes
 * @param widest widest spread
 * @param rates rows a second by table, of tables that have rows; NaN in a last part too short to
 *     tell
 * @param book the last book of each part
 * @param every one row in so many was looked at for prices and spreads; 1 for all
 */
public record TapePreview(
    Instrument instrument,
    long startNs,
    long partNs,
    double[] mid,
    double[] low,
    double[] high,
    double[] spread,
    double[] widest,
    Map<String, double[]> rates,
    BookGlimpses book,
    long every) {
  /** Rows looked at for prices: beyond this many, one in several. */
  private static final long MOST_ROWS = 8_000_000;

  private static final long SHORTEST_PART_NS = 250_000_000;
  private static final double NS_PER_SECOND = 1e9;
  private static final int ROWS_PER_QUESTION = 1 << 14;

  /**
   * Reads through a tape.
   *
   * @param mostParts the time is cut into at most so many parts, none shorter than 250 ms
   * @param goOn asked now and then; false ends the reading
   * @throws CancellationException when it was ended
   */
  public static TapePreview of(Tape tape, int mostParts, BooleanSupplier goOn) {
    Extent extent = Extent.of(tape);
    long span = extent.endNs() - extent.startNs() + 1;
    long partNs = Math.max(SHORTEST_PART_NS, Math.ceilDiv(span, mostParts));
    int parts = (int) Math.ceilDiv(span, partNs);
    Parts cut = new Parts(extent.startNs(), extent.endNs(), partNs, parts, goOn);
    Touch touch = Touch.of(tape);
    Prices prices = new Prices(parts, touch.quoted());
    long every = Math.ceilDiv(Math.max(1, touch.rows()), MOST_ROWS);
    cut.visit(touch, every, prices);
    return new TapePreview(
        tape.instrument(),
        extent.startNs(),
        partNs,
        prices.mids(),
        prices.low,
        prices.high,
        prices.spreads(),
        prices.widest,
        cut.rates(tape),
        cut.books(tape.states()),
        every);
  }

  /** Parts of the time. */
  public int parts() {
    return mid.length;
  }

  /** Begin of a part in seconds since 1970 UTC. */
  public double seconds(int part) {
    return (startNs + part * partNs) / NS_PER_SECOND;
  }

  /** The part that holds a time, in seconds since 1970 UTC; the nearest one where none does. */
  public int partAt(double seconds) {
    return (int)
        Math.clamp(Math.floor((seconds - seconds(0)) * NS_PER_SECOND / partNs), 0, parts() - 1);
  }

  private record Parts(long startNs, long endNs, long partNs, int count, BooleanSupplier goOn) {
    void visit(Touch touch, long every, Prices prices) {
      for (long row = 0; row < touch.rows(); row += every) {
        if (row / every % ROWS_PER_QUESTION == 0) {
          ask();
        }
        prices.add((int) ((touch.time(row) - startNs) / partNs), touch.bid(row), touch.ask(row));
      }
    }

    private void ask() {
      if (!goOn.getAsBoolean()) {
        throw new CancellationException("The preview is no longer wanted.");
      }
    }

    Map<String, double[]> rates(Tape tape) {
      Map<String, double[]> rates = new LinkedHashMap<>();
      for (TapeHeader.Table table : tape.header().tables()) {
        if (table.rows() > 0 && !table.name().equals(Events.TABLE)) {
          ask();
          rates.put(table.name(), rate(tape.longs(table.name(), "local_time"), table.rows()));
        }
      }
      return rates;
    }

    private double[] rate(LongColumn local, long rows) {
      double[] rate = new double[count];
      long before = 0;
      for (int part = 0; part < count; part++) {
        long begin = startNs + part * partNs;
        long length = Math.min(partNs, endNs - begin + 1);
        long after = local.firstNotBelow(begin + partNs, rows);
        rate[part] = length < partNs / 2 ? Double.NaN : (after - before) * NS_PER_SECOND / length;
        before = after;
      }
      return rate;
    }

    BookGlimpses books(BookStates states) {
      BookGlimpses.Recorder recorder = new BookGlimpses.Recorder(count, states);
      for (int part = 0; part < count; part++) {
        if (part % ROWS_PER_QUESTION == 0) {
          ask();
        }
        recorder.take(part, states.firstReceived(startNs + (part + 1) * partNs) - 1);
      }
      return recorder.finish();
    }
  }

  /** Prices gathered by part. */
  private static final class Prices {
    private final boolean quoted;
    private final double[] sum;
    private final double[] spreadSum;
    private final int[] count;
    private final double[] low;
    private final double[] high;
    private final double[] widest;

    Prices(int parts, boolean quoted) {
      this.quoted = quoted;
      sum = new double[parts];
      spreadSum = new double[parts];
      count = new int[parts];
      low = missing(parts);
      high = missing(parts);
      widest = missing(parts);
    }

    private static double[] missing(int parts) {
      double[] values = new double[parts];
      Arrays.fill(values, Double.NaN);
      return values;
    }

    void add(int part, double bid, double ask) {
      double mid = (bid + ask) / 2;
      if (Double.isNaN(mid)) {
        return;
      }
      count[part]++;
      sum[part] += mid;
      low[part] = low[part] <= mid ? low[part] : mid;
      high[part] = high[part] >= mid ? high[part] : mid;
      if (quoted) {
        double spread = ask - bid;
        spreadSum[part] += spread;
        widest[part] = widest[part] >= spread ? widest[part] : spread;
      }
    }

    double[] mids() {
      return means(sum);
    }

    double[] spreads() {
      return quoted ? means(spreadSum) : missing(count.length);
    }

    private double[] means(double[] sums) {
      double[] means = missing(count.length);
      for (int part = 0; part < means.length; part++) {
        means[part] = count[part] == 0 ? Double.NaN : sums[part] / count[part];
      }
      return means;
    }
  }
}
