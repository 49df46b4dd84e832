package io.makerbench.system.replay;

import io.makerbench.config.InputException;
import io.makerbench.system.TradingSystem.Place;
import io.makerbench.tape.ImportOptions;
import io.makerbench.tape.ImportProgress;
import io.makerbench.tape.Recordings;
import io.makerbench.tape.Tape;
import io.makerbench.tape.TapeCache;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the tapes a configuration names, importing or generating them where there are none. */
final class RecordedTapes {
  private RecordedTapes() {}

  static List<Tape> open(ReplayConfig config, Place place, long seed) {
    List<Tape> tapes = new ArrayList<>();
    try {
      for (Path path : paths(config.recording(), place, seed)) {
        tapes.add(Tape.open(path));
      }
      return List.copyOf(tapes);
    } catch (RuntimeException e) {
      tapes.forEach(Tape::close);
      throw e;
    }
  }

  private static List<Path> paths(RecordingConfig config, Place place, long seed) {
    TapeCache cache = new TapeCache(place.tapes());
    return switch (config.dataset()) {
      case TAPE -> named(config);
      case SYNTHETIC -> List.of(cache.synthetic(config.synthetic(), seed));
      case TARDIS -> imported(config, recordings(place), cache);
    };
  }

  private static List<Path> named(RecordingConfig config) {
    if (config.tapes().isEmpty()) {
      throw new InputException("recording.tapes is empty; name at least one tape.");
    }
    return config.tapes().stream().map(Path::of).toList();
  }

  private static Recordings recordings(Place place) {
    Path data = place.data();
    if (data == null) {
      throw new InputException(
          "recording.dataset is tardis, but no data location is set. Set data.location or"
              + " MAKERBENCH_DATA to the folder of the recordings.");
    }
    return new Recordings(data);
  }

  /** One tape for each run of days without a break. */
  private static List<Path> imported(
      RecordingConfig config, Recordings recordings, TapeCache cache) {
    List<Path> tapes = new ArrayList<>();
    for (List<LocalDate> run : runs(days(config, recordings))) {
      List<Path> files = recordings.filesOf(config.market(), config.product(), run);
      tapes.add(cache.imported(files, ImportOptions.usual(), ImportProgress.NONE));
    }
    return tapes;
  }

  private static SortedSet<LocalDate> days(RecordingConfig config, Recordings recordings) {
    SortedSet<LocalDate> days = new TreeSet<>();
    Stream.concat(config.intervals().stream(), config.evaluationIntervals().stream())
        // An interval that ends at midnight needs nothing of the next day.
        .forEach(i -> days.addAll(Recordings.days(i.start(), i.end().minusNanos(1))));
    if (days.isEmpty()) {
      days.addAll(recordings.daysOf(config.market(), config.product()));
    }
    if (days.isEmpty()) {
      throw new InputException(
          "The data location holds no book of "
              + config.market()
              + " "
              + config.product()
              + "; see recording.market and recording.product.");
    }
    return days;
  }

  private static List<List<LocalDate>> runs(SortedSet<LocalDate> days) {
    List<List<LocalDate>> runs = new ArrayList<>();
    for (LocalDate day : days) {
      if (runs.isEmpty() || !runs.getLast().getLast().plusDays(1).equals(day)) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(day);
    }
    return runs;
  }
}
