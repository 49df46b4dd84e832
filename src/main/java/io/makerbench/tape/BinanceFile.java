package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A file of raw WebSocket messages of Binance's futures, plain or gzipped: lines of a local receive
 * time and a JSON message. Rows are numbered by line, from 1.
 *
 * @param path where it lies
 */
record BinanceFile(Path path) implements RowPlaces {
  /** What a tape's header calls this kind of file. */
  static final String TYPE = "binance_websocket";

  private static final int SHORTEST_TIME = 10;

  /** True when a file begins as lines of such messages do: digits, a space, an opening brace. */
  static boolean is(Path path) {
    try (LineBlocks blocks = new LineBlocks(path)) {
      if (!blocks.next()) {
        return false;
      }
      byte[] text = blocks.bytes();
      int digits = 0;
      while (text[digits] >= '0' && text[digits] <= '9') {
        digits++;
      }
      return digits >= SHORTEST_TIME && text[digits] == ' ' && text[digits + 1] == '{';
    } catch (InputException e) {
      return false; // Whatever reads it as another kind says why it cannot be read.
    }
  }

  /** Its first receive time, ns since 1970 UTC. */
  long firstTime() {
    try (BinanceLines lines = new BinanceLines(this)) {
      return lines.next() ? lines.timeNs(lines.unit()) : 0;
    }
  }

  /** Day of its first receive time, UTC. */
  LocalDate firstDay() {
    return LocalDate.ofInstant(Instant.EPOCH.plusNanos(firstTime()), ZoneOffset.UTC);
  }

  /** Binance's name of what was recorded, by the first message that has one; else "". */
  String symbol() {
    BinanceParser parser = new BinanceParser();
    String symbol = "";
    try (BinanceLines lines = new BinanceLines(this)) {
      while (symbol.isEmpty() && lines.next()) {
        lines.timeNs(lines.unit());
        symbol = parser.parse(lines).symbol;
      }
    }
    return symbol;
  }

  @Override
  public String place(long line) {
    return path + ", line " + line;
  }

  @Override
  public String shortPlace(long line) {
    return path.getFileName() + ", line " + line;
  }
}
