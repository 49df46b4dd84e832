package io.makerbench.venue;

import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.ImportProgress;
import io.makerbench.tape.Importer;
import io.makerbench.tape.Tape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A recording written by hand: tick 1, lot 1, times in ms after {@link #START}; what the exchange
 * does is received {@link #FEED} ms later. It begins with bids of 10 at 99 and 98 and asks of 10 at
 * 101 and 102.
 */
final class TinyRecording {
  static final long START = 1_700_000_000_000L;
  static final long FEED = 5;

  private final List<String> levels = new ArrayList<>();
  private final List<String> trades = new ArrayList<>();

  TinyRecording() {
    for (int[] level : new int[][] {{99, 10}, {98, 10}}) {
      levels.add(row(0, "true", "bid", level[0], level[1]));
    }
    for (int[] level : new int[][] {{101, 10}, {102, 10}}) {
      levels.add(row(0, "true", "ask", level[0], level[1]));
    }
  }

  /** Time in ns of a moment in ms. */
  static long ns(long millis) {
    return (START + millis) * 1_000_000;
  }

  TinyRecording level(long millis, String side, int price, int size) {
    levels.add(row(millis, "false", side, price, size));
    return this;
  }

  TinyRecording trade(long millis, String taker, int price, int size) {
    trades.add(row(millis, Integer.toString(trades.size()), taker, price, size));
    return this;
  }

  private static String row(long millis, String word, String side, int price, int size) {
    long exchange = (START + millis) * 1000;
    long local = exchange + FEED * 1000;
    return String.join(
        ",", "venue", "COIN", "" + exchange, "" + local, word, side, "" + price, "" + size);
  }

  /** Imports it. An update at the end keeps the market open. */
  Tape open(Path folder) {
    level(100_000, "bid", 1, 1);
    try {
      Path book = folder.resolve("levels.csv");
      Path prints = folder.resolve("trades.csv");
      String head = "exchange,symbol,timestamp,local_timestamp,";
      Files.write(book, lines(head + "is_snapshot,side,price,amount", levels));
      List<Path> files = new ArrayList<>(List.of(book));
      if (!trades.isEmpty()) {
        files.add(Files.write(prints, lines(head + "id,side,price,amount", trades)));
      }
      Path tape = folder.resolve("tiny.tape");
      ImportOptions options = ImportOptions.usual();
      Importer.run(files, tape, options, ImportProgress.NONE);
      return Tape.open(tape);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(String header, List<String> rows) {
    List<String> lines = new ArrayList<>(List.of(header));
    lines.addAll(rows);
    return lines;
  }
}
