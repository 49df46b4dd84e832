package io.makerbench.system;

import io.makerbench.config.InputException;
import io.makerbench.config.Key;
import io.makerbench.tape.SyntheticConfig;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Where the recordings of one market come from. */
public record RecordingSource(
    @Key(
            help =
                "Kind of recording: files of the data location (tardis; also LOBSTER archives, with"
                    + " the market nasdaq), tapes by path, or a generated one (synthetic).",
            fallback = "\"tardis\"")
        Dataset dataset,
    @Key(help = "Venue, as in the recordings' file names.", fallback = "\"binance-futures\"")
        String market,
    @Key(help = "Instrument, as in the recordings' file names.", fallback = "\"BTCUSDT\"")
        String product,
    @Key(
            help =
                "Days of recordings to take whole, UTC, yyyy-mm-dd. Empty: the days the intervals"
                    + " touch, or all there are.",
            fallback = "[]")
        List<String> days,
    @Key(help = "Paths of tapes, for the dataset tape.", fallback = "[]") List<String> tapes,
    @Key(help = "Settings of the generated recording.") SyntheticConfig synthetic) {

  /** Where a recording comes from. */
  public enum Dataset {
    TARDIS,
    TAPE,
    SYNTHETIC
  }

  public RecordingSource {
    parsed(days);
  }

  /** The days named. */
  List<LocalDate> namedDays() {
    return parsed(days);
  }

  private static List<LocalDate> parsed(List<String> days) {
    List<LocalDate> result = new ArrayList<>();
    for (String day : days) {
      try {
        result.add(LocalDate.parse(day));
      } catch (DateTimeException e) {
        throw new InputException(
            "days: \"" + day + "\" is no day; write it as 2024-08-08 (yyyy-mm-dd).", e);
      }
    }
    return result;
  }
}
