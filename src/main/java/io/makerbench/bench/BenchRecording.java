package io.makerbench.bench;

import io.makerbench.config.InputException;
import io.makerbench.experiment.Settings;
import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.ImportProgress;
import io.makerbench.tape.Recordings;
import io.makerbench.tape.TapeCache;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The recording the benchmarks measure on: Binance futures BTCUSDT of 2024-08-08. */
final class BenchRecording {
  static final String MARKET = "binance-futures";
  static final String PRODUCT = "BTCUSDT";
  static final LocalDate DAY = LocalDate.of(2024, 8, 8);

  private BenchRecording() {}

  /** Its files, in the data location. */
  static List<Path> files(Settings settings) {
    Path data = settings.data();
    if (data == null) {
      throw new InputException(
          "This benchmark needs recordings: name their folder with --data or "
              + Settings.DATA_VARIABLE
              + ".");
    }
    return new Recordings(data).filesOf(MARKET, PRODUCT, List.of(DAY));
  }

  /** Its file of level updates. */
  static Path levels(Settings settings) {
    return files(settings).stream()
        .filter(file -> file.getFileName().toString().contains("incremental_book_L2"))
        .findFirst()
        .orElseThrow(() ->
            new InputException(
                "There is no incremental_book_L2 recording of "
                    + PRODUCT
                    + " on "
                    + DAY
                    + " below "
                    + settings.data()
                    + "."));
  }

  /** Its tape, imported where it is not there yet. */
  static Path tape(Settings settings) {
    return new TapeCache(settings.place().tapes())
        .imported(files(settings), ImportOptions.usual(), ImportProgress.NONE);
  }
}
