package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A perpetual's funding payments: each rate is paid at its own time, as a share of the position's
 * value. Read from a CSV, CSV.gz or Parquet file with the columns {@code Date} ({@code yyyy-MM-dd
 * HH:mm:ss[.SSS]}) and {@code Funding Rate}.
 *
 * @param timeNs times of the payments, ns since 1970 UTC; ascending
 * @param rate rates, positive when longs pay
 */
public record FundingHistory(long[] timeNs, double[] rate) {
  private static final List<String> COLUMNS = List.of("Date", "Funding Rate");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSS]", Locale.ROOT);
  private static final long NS_PER_SECOND = 1_000_000_000;

  /**
   * Reads a file.
   *
   * @param offset what the file's times run ahead of UTC
   * @throws InputException when it cannot be read, a value is none, or times are not ascending
   */
  public static FundingHistory read(Path path, Duration offset) {
    Rows rows = new Rows(offset);
    TextTable.read(path, COLUMNS, rows);
    return new FundingHistory(
        Arrays.copyOf(rows.time, rows.count), Arrays.copyOf(rows.rate, rows.count));
  }

  private static final class Rows implements TextTable.Row {
    private final Duration offset;
    private long[] time = new long[1024];
    private double[] rate = new double[1024];
    private int count;

    private Rows(Duration offset) {
      this.offset = offset;
    }

    @Override
    public void take(String place, String[] values) {
      if (count == time.length) {
        time = Arrays.copyOf(time, 2 * count);
        rate = Arrays.copyOf(rate, 2 * count);
      }
      time[count] = time(place, values[0]);
      rate[count] = rate(place, values[1]);
      if (count > 0 && time[count] <= time[count - 1]) {
        throw new InputException(
            place + ", column Date: " + values[0] + " is not after the time of the row before.");
      }
      count++;
    }

    private long time(String place, String value) {
      try {
        LocalDateTime utc = LocalDateTime.parse(value, DATE).minus(offset);
        return Math.addExact(
            Math.multiplyExact(utc.toEpochSecond(ZoneOffset.UTC), NS_PER_SECOND), utc.getNano());
      } catch (DateTimeParseException | ArithmeticException e) {
        throw new InputException(
            place + ", column Date: '" + value + "' is no time like 2024-08-08 16:00:00.", e);
      }
    }

    private static double rate(String place, String value) {
      double rate;
      try {
        rate = Double.parseDouble(value);
      } catch (NumberFormatException e) {
        throw noRate(place, value, e);
      }
      if (!(Math.abs(rate) <= 1)) {
        throw noRate(place, value, null);
      }
      return rate;
    }

    private static InputException noRate(
        String place, String value, @Nullable NumberFormatException cause) {
      String message = place + ", column Funding Rate: '" + value + "' is no rate within −1 … 1.";
      return cause == null ? new InputException(message) : new InputException(message, cause);
    }
  }
}
