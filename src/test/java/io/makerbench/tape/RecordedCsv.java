package io.makerbench.tape;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Writes small recordings for tests. Times are µs after a fixed instant. */
final class RecordedCsv {
  static final long START = 1_700_000_000_000_000L;
  static final String LEVELS =
      "exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount";
  static final String TRADES = "exchange,symbol,timestamp,local_timestamp,id,side,price,amount";

  private RecordedCsv() {}

  static String level(
      long exchange, long local, boolean snapshot, String side, String price, String size) {
    return String.join(
        ",", "venue", "COIN", time(exchange), time(local), "" + snapshot, side, price, size);
  }

  static String trade(
      long exchange, long local, String id, String side, String price, String size) {
    return String.join(",", "venue", "COIN", time(exchange), time(local), id, side, price, size);
  }

  private static String time(long micros) {
    return Long.toString(START + micros);
  }

  /** A two-sided snapshot and updates every 10 ms, with nothing amiss. */
  static List<String> cleanLevels(int updates) {
    Stream<String> snapshot =
        Stream.of(
            level(0, 100, true, "bid", "100.5", "2.00"),
            level(0, 100, true, "bid", "100.4", "1.25"),
            level(0, 100, true, "ask", "100.6", "3.5"));
    Stream<String> rest =
        Stream.iterate(1, i -> i <= updates, i -> i + 1)
            .map(i -> level(i * 10_000L, i * 10_000L + 100, false, "bid", "100.3", i + ".5"));
    return Stream.concat(snapshot, rest).toList();
  }

  static Path write(Path file, String header, List<String> rows) throws IOException {
    String text =
        Stream.concat(Stream.of(header), rows.stream()).reduce("", (a, b) -> a + b + "\n");
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
