package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;

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

  @Override
  public String place(long line) {
    return path + ", line " + line;
  }

  @Override
  public String shortPlace(long line) {
    return path.getFileName() + ", line " + line;
  }
}
