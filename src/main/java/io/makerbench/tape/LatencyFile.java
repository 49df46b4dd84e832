package io.makerbench.tape;

import io.makerbench.book.RecordedLatency;
import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Recorded order latencies: a CSV, CSV.gz or Parquet file with the columns {@code request_time} and
 * {@code response_time} of the trader's clock and {@code exchange_time} of the exchange's, 0 or
 * empty where the exchange refused the request. Whole numbers of ns, µs or ms since 1970, told
 * apart by their size.
 */
public final class LatencyFile {
  private static final List<String> COLUMNS =
      List.of("request_time", "exchange_time", "response_time");

  private LatencyFile() {}

  /**
   * Reads a file.
   *
   * @throws InputException when it cannot be read, holds no taken request, or its times are not in
   *     order
   */
  public static RecordedLatency read(Path path) {
    List<long[]> records = new ArrayList<>();
    TextTable.read(path, COLUMNS, (place, values) -> records.add(times(place, values)));
    try {
      return new RecordedLatency(column(records, 0), column(records, 1), column(records, 2));
    } catch (IllegalArgumentException e) {
      throw new InputException(path + ": " + e.getMessage() + ".", e);
    }
  }

  private static long[] times(String place, String[] values) {
    long request = number(place, COLUMNS.get(0), values[0]);
    long exchange = values[1].isEmpty() ? 0 : number(place, COLUMNS.get(1), values[1]);
    long response = number(place, COLUMNS.get(2), values[2]);
    RecordedTimeUnit unit = RecordedTimeUnit.of(request, place, COLUMNS.get(0));
    return new long[] {
      unit.toNanoseconds(request),
      exchange <= 0 ? 0 : nanoseconds(unit, exchange, place, COLUMNS.get(1)),
      nanoseconds(unit, response, place, COLUMNS.get(2))
    };
  }

  private static long nanoseconds(RecordedTimeUnit unit, long time, String place, String column) {
    if (!unit.plausible(time)) {
      throw unit.implausible(place, column, time);
    }
    return unit.toNanoseconds(time);
  }

  private static long number(String place, String column, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new InputException(
          place + ", column " + column + ": '" + value + "' is not a whole number of 64 bits.", e);
    }
  }

  private static long[] column(List<long[]> records, int index) {
    return records.stream().mapToLong(record -> record[index]).toArray();
  }
}
