package io.makerbench.tape;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a tape holds, reckoned from its rows.
 *
 * @param header what the tape says of itself
 * @param startNs first local time of any table, ns since 1970 UTC; 0 for an empty tape
 * @param endNs last local time of any table
 * @param latencies local minus exchange time, by table
 * @param spread best ask minus best bid over the book states, in ticks
 * @param crossed book states whose best bid is above the best ask
 * @param locked book states whose best bid equals the best ask
 * @param orders order events by kind
 */
public record Inspection(
    TapeHeader header,
    long startNs,
    long endNs,
    List<Latency> latencies,
    Spread spread,
    long crossed,
    long locked,
    OrderCounts orders) {
  /** Quantiles are taken of at most this many rows, spread evenly over the table. */
  private static final int MOST_SAMPLES = 1_000_000;

  private static final double NS_PER_MILLI = 1e6;

  /** Quantiles of a table's feed latency, ms. */
  public record Latency(
      String table, double least, double median, double p90, double p99, double most) {}

  /** Mean and quantiles of the spread, ticks; NaN without book states of two sides. */
  public record Spread(double mean, double median, double p99, double most) {}

  /** Reads a tape through. */
  public static Inspection of(Tape tape) {
    List<Latency> latencies = new ArrayList<>();
    for (TapeHeader.Table table : tape.header().tables()) {
      if (table.rows() > 0) {
        LongColumn local = tape.longs(table.name(), "local_time");
        latencies.add(latency(table, tape.longs(table.name(), "exchange_time"), local));
      }
    }
    Extent extent = Extent.of(tape);
    Spreads spreads = new Spreads(tape.states());
    return new Inspection(
        tape.header(),
        extent.startNs(),
        extent.endNs(),
        List.copyOf(latencies),
        spreads.quantiles(),
        spreads.crossed,
        spreads.locked,
        OrderCounts.of(tape.orders()));
  }

  private static Latency latency(TapeHeader.Table table, LongColumn exchange, LongColumn local) {
    double[] sample = new double[samples(table.rows())];
    for (int i = 0; i < sample.length; i++) {
      long row = rowOfSample(i, sample.length, table.rows());
      sample[i] = (local.get(row) - exchange.get(row)) / NS_PER_MILLI;
    }
    Arrays.sort(sample);
    return new Latency(
        table.name(),
        sample[0],
        quantile(sample, 0.5),
        quantile(sample, 0.9),
        quantile(sample, 0.99),
        sample[sample.length - 1]);
  }

  private static int samples(long rows) {
    return (int) Math.min(rows, MOST_SAMPLES);
  }

  private static long rowOfSample(int sample, int samples, long rows) {
    return (long) ((double) sample / samples * rows);
  }

  /** The smallest value that at least this share of the values does not exceed. */
  private static double quantile(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.max(0, rank)];
  }

  /** Spreads of the book states that have two sides. */
  private static final class Spreads {
    private final double[] sample;
    private int taken;
    private double sum;
    private long counted;
    private long crossed;
    private long locked;

    Spreads(BookStates states) {
      sample = new double[samples(states.rows())];
      long nextSample = 0;
      for (long row = 0; row < states.rows(); row++) {
        if (states.bidSize(row, 0) > 0 && states.askSize(row, 0) > 0) {
          int spread = states.askPrice(row, 0) - states.bidPrice(row, 0);
          sum += spread;
          counted++;
          crossed += spread < 0 ? 1 : 0;
          locked += spread == 0 ? 1 : 0;
          if (row >= nextSample && taken < sample.length) {
            sample[taken++] = spread;
            nextSample = rowOfSample(taken, sample.length, states.rows());
          }
        }
      }
    }

    Spread quantiles() {
      if (taken == 0) {
        return new Spread(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
      }
      double[] sorted = Arrays.copyOf(sample, taken);
      Arrays.sort(sorted);
      return new Spread(
          sum / counted, quantile(sorted, 0.5), quantile(sorted, 0.99), sorted[taken - 1]);
    }
  }

  /** The inspection as lines for a terminal. */
  public String text() {
    StringBuilder text = new StringBuilder();
    Instrument instrument = header.instrument();
    line(text, "%s %s", instrument.exchange(), instrument.symbol());
    line(
        text,
        "from %s to %s (%.3f s, local time, UTC)",
        instant(startNs),
        instant(endNs),
        Duration.ofNanos(endNs - startNs).toMillis() / 1e3);
    line(text, "price step %s, size step %s", instrument.priceStep(), instrument.sizeStep());
    for (TapeHeader.Table table : header.tables()) {
      line(text, "%-8s %,14d rows", table.name(), table.rows());
    }
    if (orders.total() > 0) {
      line(text, "%s", orders.text());
    }
    if (header.depth() > 0) {
      line(text, "book states of %d levels a side", header.depth());
      line(
          text,
          "spread in ticks: mean %.3f, median %.0f, 99 %% %.0f, most %.0f; crossed %d, locked %d",
          spread.mean,
          spread.median,
          spread.p99,
          spread.most,
          crossed,
          locked);
    }
    for (Latency latency : latencies) {
      line(
          text,
          "latency of %s in ms: least %.3f, median %.3f, 90 %% %.3f, 99 %% %.3f, most %.3f",
          latency.table,
          latency.least,
          latency.median,
          latency.p90,
          latency.p99,
          latency.most);
    }
    describeOrigin(text);
    return text.toString();
  }

  private void describeOrigin(StringBuilder text) {
    for (TapeHeader.Source source : header.sources()) {
      line(text, "source %s (%s, %,d rows)", source.file(), source.type(), source.rows());
    }
    if (header.findings().isEmpty()) {
      line(text, "no findings");
    }
    for (TapeHeader.Finding finding : header.findings()) {
      line(
          text,
          "finding %s in %s: %,d, first in %s; %s",
          finding.kind(),
          finding.table(),
          finding.count(),
          finding.first(),
          finding.action());
    }
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static Instant instant(long ns) {
    return Instant.EPOCH.plusNanos(ns);
  }
}
