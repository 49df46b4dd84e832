package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.List;

/** Whose recordings can be imported. */
public enum RecordingFormat {
  /** Tables of Tardis, as CSV, gzipped CSV or Parquet. */
  TARDIS("Tardis tables"),
  /** Raw WebSocket messages of Binance's futures. */
  BINANCE("raw Binance messages"),
  /** Single orders of NASDAQ, in archives or unpacked. */
  LOBSTER("LOBSTER orders"),
  /** Single orders in the columns of ob-analytics. */
  BITSTAMP("Bitstamp orders");

  private final String words;

  RecordingFormat(String words) {
    this.words = words;
  }

  /** Name for people. */
  public String words() {
    return words;
  }

  /** The format of a file by what is in it; what is of no other is taken for Tardis'. */
  public static RecordingFormat of(Path file) {
    if (LobsterSource.is(file)) {
      return LOBSTER;
    }
    if (BitstampFile.is(file)) {
      return BITSTAMP;
    }
    return BinanceFile.is(file) ? BINANCE : TARDIS;
  }

  /**
   * Makes sure that files are of this format.
   *
   * @throws InputException naming the first that is not, and what it looks like
   */
  public void require(List<Path> files) {
    for (Path file : files) {
      RecordingFormat found = of(file);
      if (found != this) {
        throw new InputException(
            file + " does not look like " + words + " but like " + found.words + ".");
      }
    }
  }
}
