package io.makerbench.system;

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

/**
 * Finds the tapes a configuration names, importing or generating them where there are none. One
 * tape for each run of days without a break.
 */
public final class RecordedTapes {
  private final String key;
  private final RecordingSource source;
  private final List<Interval> intervals;

  private RecordedTapes(String key, RecordingSource source, List<Interval> intervals) {
    this.key = key;
    this.source = source;
    this.intervals = intervals;
  }

  /**
   * Opens the tapes of a source; the caller closes them.
   *
   * @param key key of the source in its configuration, for messages
   * @param intervals stretches that must be covered; empty for all there is
   * @param seed seed of a generated recording
   * @throws InputException when recordings are missing or damaged
   */
  public static List<Tape> open(
      String key, RecordingSource source, List<Interval> intervals, Place place, long seed) {
    List<Tape> tapes = new ArrayList<>();
    try {
      for (Path path : new RecordedTapes(key, source, intervals).paths(place, seed)) {
        tapes.add(Tape.open(path));
      }
      return List.copyOf(tapes);
    } catch (RuntimeException e) {
      tapes.forEach(Tape::close);
      throw e;
    }
  }

  private List<Path> paths(Place place, long seed) {
    TapeCache cache = new TapeCache(place.tapes());
    return switch (source.dataset()) {
      case TAPE -> named();
      case SYNTHETIC -> List.of(cache.synthetic(source.synthetic(), seed));
      case TARDIS -> imported(recordings(place), cache);
    };
  }

  private List<Path> named() {
    if (source.tapes().isEmpty()) {
      throw new InputException(key + ".tapes is empty; name at least one tape.");
    }
    return source.tapes().stream().map(Path::of).toList();
  }

  private Recordings recordings(Place place) {
    Path data = place.data();
    if (data == null) {
      throw new InputException(
          key
              + ".dataset is tardis, but no data location is set. Set data.location or"
              + " MAKERBENCH_DATA to the folder of the recordings.");
    }
    return new Recordings(data);
  }

  private List<Path> imported(Recordings recordings, TapeCache cache) {
    List<Path> tapes = new ArrayList<>();
    for (List<LocalDate> run : Recordings.runs(days(recordings))) {
      List<Path> files = recordings.filesOf(source.market(), source.product(), run);
      tapes.add(cache.imported(files, ImportOptions.usual(), ImportProgress.NONE));
    }
    return tapes;
  }

  private SortedSet<LocalDate> days(Recordings recordings) {
    SortedSet<LocalDate> days = new TreeSet<>(source.namedDays());
    if (days.isEmpty()) {
      // An interval that ends at midnight needs nothing of the next day.
      intervals.forEach(i -> days.addAll(Recordings.days(i.start(), i.end().minusNanos(1))));
    }
    if (days.isEmpty()) {
      days.addAll(recordings.daysOf(source.market(), source.product()));
    }
    if (days.isEmpty()) {
      throw new InputException(
          "The data location holds no book of "
              + source.market()
              + " "
              + source.product()
              + "; see "
              + key
              + ".market and "
              + key
              + ".product.");
    }
    return days;
  }
}
