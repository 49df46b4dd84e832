package io.makerbench.workbench.data;

import io.makerbench.config.InputException;
import io.makerbench.tape.RecordedSet;
import io.makerbench.tape.Recordings;
import io.makerbench.tape.TapeHeader;
import io.makerbench.tape.TapeSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds tapes and recordings in some folders, again and again, and reads of each tape only what
 * changed since. One scan at a time, off the JavaFX thread.
 */
final class Catalogue {
  private static final String TAPE_ENDING = ".tape";

  private record Stamp(long millis, long bytes) {}

  private record Known(Stamp stamp, TapeRow row) {}

  private Map<Path, Known> known = new HashMap<>();

  /**
   * Everything there is. What cannot be read is a line with its reason.
   *
   * @param folders folders of recordings and tapes; those that do not exist hold nothing
   * @param tapes tapes elsewhere
   */
  synchronized List<TapeRow> scan(Collection<Path> folders, Collection<Path> tapes) {
    List<TapeRow> rows = new ArrayList<>();
    Set<Path> paths = new LinkedHashSet<>(tapes);
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files.filter(Catalogue::isTape).sorted().forEach(paths::add);
        } catch (IOException | UncheckedIOException e) {
          rows.add(TapeRow.unreadable(folder, 0, "The folder cannot be read: " + e.getMessage()));
        }
      }
    }
    rows.addAll(read(paths));
    rows.addAll(notImported(folders, rows));
    return rows;
  }

  private static boolean isTape(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(TAPE_ENDING) && !name.startsWith(".") && Files.isRegularFile(path);
  }

  private List<TapeRow> read(Collection<Path> paths) {
    Map<Path, Known> found = new HashMap<>();
    List<TapeRow> rows = new ArrayList<>();
    for (Path path : paths) {
      Stamp stamp = new Stamp(path.toFile().lastModified(), path.toFile().length());
      Known before = known.get(path);
      Known now =
          before != null && before.stamp.equals(stamp)
              ? before
              : new Known(stamp, read(path, stamp.bytes));
      found.put(path, now);
      rows.add(now.row);
    }
    known = found;
    return rows;
  }

  private static TapeRow read(Path path, long bytes) {
    try {
      return TapeRow.of(TapeSummary.of(path));
    } catch (InputException e) {
      return TapeRow.unreadable(path, bytes, String.valueOf(e.getMessage()));
    }
  }

  /** Recordings that are on none of the tapes. */
  private static List<TapeRow> notImported(Collection<Path> folders, List<TapeRow> tapes) {
    Set<String> sources =
        tapes.stream()
            .map(TapeRow::summary)
            .filter(summary -> summary != null)
            .flatMap(summary -> summary.header().sources().stream())
            .map(TapeHeader.Source::file)
            .collect(Collectors.toSet());
    List<TapeRow> rows = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try {
          new Recordings(folder)
              .sets().stream()
                  .filter(set -> !sources.containsAll(names(set)))
                  .forEach(set -> rows.add(TapeRow.of(set)));
        } catch (InputException e) {
          rows.add(TapeRow.unreadable(folder, 0, String.valueOf(e.getMessage())));
        }
      }
    }
    return rows;
  }

  private static List<String> names(RecordedSet set) {
    return set.files().stream().map(file -> file.getFileName().toString()).toList();
  }
}
