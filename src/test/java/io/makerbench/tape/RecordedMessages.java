package io.makerbench.tape;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes small raw recordings of Binance for tests. Times are ms after a fixed instant. */
final class RecordedMessages {
  static final long START = 1_700_000_000_000L;

  private static final long NS_PER_MILLI = 1_000_000;

  private RecordedMessages() {}

  /** A line received at a time. */
  static String line(long local, String json) {
    return (START + local) * NS_PER_MILLI + " " + json;
  }

  /** An update of one bid: {@code pu}, {@code U} and {@code u} as given. */
  static String update(long local, long previous, long first, long last, String price, int size) {
    return stream(
        local,
        "depth@0ms",
        "\"e\":\"depthUpdate\",\"E\":%d,\"T\":%d,\"s\":\"COIN\",\"U\":%d,\"u\":%d,\"pu\":%d,"
                .formatted(START + local - 1, START + local - 2, first, last, previous)
            + "\"b\":[[\"%s\",\"%d\"]],\"a\":[]".formatted(price, size));
  }

  /** A snapshot of one bid of this size at 100.0 and one ask at 101.0, taken 25 ms before. */
  static String snapshot(long local, long lastUpdateId, int size) {
    return line(
        local,
        ("{\"lastUpdateId\":%d,\"E\":%d,\"T\":%d,\"bids\":[[\"100.0\",\"%d\"]],"
                + "\"asks\":[[\"101.0\",\"5\"]]}")
            .formatted(lastUpdateId, START + local - 25, START + local - 26, size));
  }

  static String trade(long local, long id, String execution, boolean buyerIsMaker) {
    return stream(
        local,
        "trade",
        ("\"e\":\"trade\",\"E\":%d,\"T\":%d,\"s\":\"COIN\",\"t\":%d,\"p\":\"100.5\",\"q\":\"0.25\","
                + "\"X\":\"%s\",\"m\":%s")
            .formatted(START + local - 1, START + local - 2, id, execution, buyerIsMaker));
  }

  static String quote(long local, long update, String bid, String ask) {
    return stream(
        local,
        "bookTicker",
        ("\"e\":\"bookTicker\",\"u\":%d,\"s\":\"COIN\",\"b\":\"%s\",\"B\":\"1\",\"a\":\"%s\","
                + "\"A\":\"2\",\"T\":%d,\"E\":%d")
            .formatted(update, bid, ask, START + local - 2, START + local - 1));
  }

  private static String stream(long local, String name, String data) {
    return line(local, "{\"stream\":\"coin@" + name + "\",\"data\":{" + data + "}}");
  }

  static Path write(Path file, List<String> lines) throws IOException {
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
