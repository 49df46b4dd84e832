package io.makerbench.workbench.data;

import io.makerbench.experiment.Settings;
import io.makerbench.tape.SyntheticConfig;
import io.makerbench.tape.TapeCache;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A user's folders with a generated tape, a damaged one, and recordings without a tape. */
public record DataFolder(Path home, Path data) {
  static final String UPDATES = "venue_incremental_book_L2_2024-08-01_COIN.csv.gz";
  static final String TRADES = "venue_trades_2024-08-01_COIN.csv.gz";

  private static final long MIDNIGHT_MICROS = 1_722_470_400_000_000L; // 2024-08-01
  private static final SyntheticConfig MINUTE =
      new SyntheticConfig(
          SyntheticConfig.Moves.TRADERS,
          60,
          60000,
          0.1,
          0.001,
          4,
          1.5,
          4,
          2,
          0.4,
          6,
          0.02,
          25,
          20,
          2000);

  /** Folders of a user below a folder, empty as yet. */
  public static DataFolder below(Path folder) {
    return new DataFolder(folder.resolve("home"), folder.resolve("data"));
  }

  /** The program as this user has it. */
  public Settings settings(Path runs) {
    return new Settings(home, data, runs);
  }

  /** The same with a vendor at this address. */
  Settings settings(Path runs, URI vendor) {
    return new Settings(home, data, runs, vendor, settings(runs).trashDays());
  }

  /** A recording whose third row is none. */
  Path wrongRecording() throws IOException {
    Path file = data.resolve("wrong_trades_2024-08-01_COIN.csv");
    Files.writeString(
        file,
        "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n"
            + row(0, "1,buy,100,1")
            + row(1, "2,buy,a lot,1"));
    return file;
  }

  DataFolder withGeneratedTape() {
    new TapeCache(home.resolve("tapes")).synthetic(MINUTE, 7);
    return this;
  }

  DataFolder withDamagedTape() throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("damaged.tape"), "no tape at all");
    return this;
  }

  /** A thousand updates, ten a second, with a pause of 40 s, and some trades. */
  public DataFolder withRecordings() throws IOException {
    StringBuilder updates =
        new StringBuilder(
            "exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount\n");
    StringBuilder trades =
        new StringBuilder("exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n");
    update(updates, 0, true, "bid", 100.5, 2);
    update(updates, 0, true, "ask", 100.6, 3);
    for (int i = 1; i <= 1000; i++) {
      long micros = i * 100_000L + (i > 500 ? 40_000_000L : 0);
      update(updates, micros, false, i % 2 == 0 ? "bid" : "ask", i % 2 == 0 ? 100.5 : 100.6, i);
      if (i % 10 == 0) {
        trades.append(row(micros, i + ",buy,100.6,1"));
      }
    }
    write(UPDATES, updates);
    write(TRADES, trades);
    return this;
  }

  private static void update(
      StringBuilder text, long micros, boolean snapshot, String side, double price, int size) {
    text.append(row(micros, snapshot + "," + side + "," + price + "," + size));
  }

  private static String row(long micros, String rest) {
    long time = MIDNIGHT_MICROS + micros;
    return "venue,COIN," + time + "," + (time + 2000) + "," + rest + "\n";
  }

  private void write(String name, CharSequence text) throws IOException {
    Files.createDirectories(data);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(data.resolve(name)))) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
