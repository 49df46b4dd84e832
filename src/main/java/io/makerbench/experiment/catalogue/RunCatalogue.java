package io.makerbench.experiment.catalogue;

import io.makerbench.config.InputException;
import io.makerbench.experiment.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs below a folder, read again and again, and of each only what changed since. What was read
 * is told in batches while the reading goes on. One reading at a time, not on the JavaFX thread.
 */
public final class RunCatalogue {
  private static final Logger LOG = LoggerFactory.getLogger(RunCatalogue.class);

  /** First a screenful, so that something is seen at once. */
  private static final int FIRST_BATCH = 40;

  private static final int BATCH = 200;

  private final Path root;
  private final RunReader reader = new RunReader();
  private final Map<Path, Known> known = new HashMap<>();

  public RunCatalogue(Path root) {
    this.root = root;
  }

  /**
   * What became known.
   *
   * @param read runs that are new or changed
   * @param gone folders of runs that are no longer there
   * @param unreadable why a run cannot be read, by the name of its folder
   */
  public record Changes(List<RunFacts> read, Set<Path> gone, Map<String, String> unreadable) {
    /** Whether nothing changed. */
    public boolean isEmpty() {
      return read.isEmpty() && gone.isEmpty() && unreadable.isEmpty();
    }
  }

  private record Stamp(long record, long notes, long metrics, long evaluation) {}

  private record Known(Stamp stamp, boolean ended) {}

  /** Every run, in one go. */
  public static List<RunFacts> readAll(Path root) {
    List<RunFacts> all = new ArrayList<>();
    new RunCatalogue(root).refresh(changes -> all.addAll(changes.read()));
    return all;
  }

  /** Reads all that changed, the newest runs first; each batch is told as soon as it is read. */
  public synchronized void refresh(Consumer<Changes> listener) {
    List<RunFolder> folders = RunFolder.list(root);
    Set<Path> gone = new HashSet<>(known.keySet());
    folders.forEach(folder -> gone.remove(folder.path()));
    known.keySet().removeAll(gone);
    if (!gone.isEmpty()) {
      listener.accept(new Changes(List.of(), gone, Map.of()));
    }
    read(folders, listener);
  }

  /** Reads what changed in some folders. */
  public synchronized void refresh(Collection<Path> folders, Consumer<Changes> listener) {
    List<RunFolder> there = new ArrayList<>();
    Set<Path> gone = new HashSet<>();
    for (Path path : folders) {
      RunFolder folder = new RunFolder(path);
      if (Files.isRegularFile(folder.run()) && Files.isRegularFile(folder.config())) {
        there.add(folder);
      } else if (known.remove(path) != null) {
        gone.add(path);
      }
    }
    if (!gone.isEmpty()) {
      listener.accept(new Changes(List.of(), gone, Map.of()));
    }
    read(there, listener);
  }

  private void read(List<RunFolder> folders, Consumer<Changes> listener) {
    List<RunFacts> read = new ArrayList<>();
    Map<String, String> unreadable = new TreeMap<>();
    int most = FIRST_BATCH;
    for (RunFolder folder : folders) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      readOne(folder, read, unreadable);
      if (read.size() >= most) {
        listener.accept(new Changes(List.copyOf(read), Set.of(), Map.of()));
        read.clear();
        most = BATCH;
      }
    }
    if (!read.isEmpty() || !unreadable.isEmpty()) {
      listener.accept(new Changes(List.copyOf(read), Set.of(), unreadable));
    }
  }

  private void readOne(RunFolder folder, List<RunFacts> read, Map<String, String> unreadable) {
    try {
      Stamp stamp = stamp(folder);
      Known before = known.get(folder.path());
      if (before != null && before.ended() && before.stamp().equals(stamp)) {
        return; // that of a run at work changes with its process, whatever its files say
      }
      RunFacts facts = reader.read(folder);
      known.put(folder.path(), new Known(stamp, facts.record().state().ended()));
      read.add(facts);
    } catch (InputException | UncheckedIOException | IOException e) {
      LOG.warn("The run {} cannot be read: {}", folder.path(), e.getMessage());
      unreadable.put(folder.name(), String.valueOf(e.getMessage()));
    }
  }

  private static Stamp stamp(RunFolder folder) throws IOException {
    return new Stamp(
        time(folder.run()),
        time(RunNotes.file(folder)),
        Files.exists(folder.metrics()) ? Files.size(folder.metrics()) : 0,
        time(folder.evaluation()));
  }

  private static long time(Path file) throws IOException {
    return Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
  }
}
