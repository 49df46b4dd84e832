package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Mids of one coin on several venues, a row a minute that was recorded. Read from a CSV, CSV.gz or
 * Parquet file with the columns {@code ts_minute_utc}, {@code exchange}, {@code ticker}, {@code
 * mid_price}, {@code best_bid} and {@code best_ask}.
 *
 * @param timeNs the minutes, ns since 1970 UTC, ascending
 * @param mid minute × venue; NaN where there is none
 * @param rows rows of the coin and venues
 * @param refused those of them that were left out: without prices, or crossed or locked
 */
public record MinuteMids(long[] timeNs, double[][] mid, int rows, int refused) {
  private static final List<String> COLUMNS =
      List.of("ts_minute_utc", "exchange", "ticker", "mid_price", "best_bid", "best_ask");
  private static final long NS_PER_SECOND = 1_000_000_000;

  /**
   * Reads a file.
   *
   * @param coin as in the column ticker
   * @param exchanges as in the column exchange, in the order of the venues
   * @throws InputException when it cannot be read, or an exchange has no mid of the coin
   */
  public static MinuteMids read(Path path, String coin, List<String> exchanges) {
    Rows rows = new Rows(coin, exchanges);
    TextTable.read(path, COLUMNS, rows);
    MinuteMids mids =
        new MinuteMids(
            rows.minutes.keySet().stream().mapToLong(Long::longValue).toArray(),
            rows.minutes.values().toArray(double[][]::new),
            rows.count,
            rows.refused);
    for (int v = 0; v < exchanges.size(); v++) {
      int venue = v;
      if (Arrays.stream(mids.mid).allMatch(row -> Double.isNaN(row[venue]))) {
        throw new InputException(
            "%s holds no mid of %s at %s; see its columns ticker and exchange."
                .formatted(path, coin, exchanges.get(v)));
      }
    }
    return mids;
  }

  private static final class Rows implements TextTable.Row {
    private final String coin;
    private final List<String> exchanges;
    private final SortedMap<Long, double[]> minutes = new TreeMap<>();
    private int count;
    private int refused;

    private Rows(String coin, List<String> exchanges) {
      this.coin = coin;
      this.exchanges = exchanges;
    }

    @Override
    public void take(String place, String[] values) {
      int venue = exchanges.indexOf(values[1]);
      if (venue < 0 || !values[2].equals(coin)) {
        return;
      }
      count++;
      double mid = number(place, "mid_price", values[3]);
      double bid = number(place, "best_bid", values[4]);
      double ask = number(place, "best_ask", values[5]);
      if (!(mid > 0 && bid < ask)) {
        refused++;
        return;
      }
      minutes.computeIfAbsent(time(place, values[0]), time -> unknown())[venue] = mid;
    }

    private double[] unknown() {
      double[] row = new double[exchanges.size()];
      Arrays.fill(row, Double.NaN);
      return row;
    }

    private static long time(String place, String value) {
      try {
        return Math.multiplyExact(Instant.parse(value).getEpochSecond(), NS_PER_SECOND);
      } catch (DateTimeParseException | ArithmeticException e) {
        throw new InputException(
            place + ", column ts_minute_utc: '" + value + "' is no time like 2026-02-12T19:38:00Z.",
            e);
      }
    }

    private static double number(String place, String column, String value) {
      try {
        return value.isEmpty() ? Double.NaN : Double.parseDouble(value);
      } catch (NumberFormatException e) {
        throw new InputException(
            place + ", column " + column + ": '" + value + "' is no price.", e);
      }
    }
  }
}
