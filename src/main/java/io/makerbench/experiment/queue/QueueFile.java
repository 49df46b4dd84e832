package io.makerbench.experiment.queue;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunRecord;
import io.makerbench.experiment.RunState;
import io.makerbench.storage.ProcessLock;
import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What survives the process: the names of the runs at work and waiting, in order, as {@code
 * .queue.json} beside the runs, and the limits as {@code run-limits.json} in the program's own
 * folder. Both appear whole. Each of several processes on the same runs has a file of its own,
 * {@code .queue-2.json} and so on, by a lock that ends with it; the next to begin takes over the
 * names that those without a process hold.
 */
final class QueueFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QueueFile.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

  private final Path root;
  private final Path limits;
  private @Nullable Place own;

  QueueFile(Path runs, Path home) {
    root = runs;
    limits = home.resolve("run-limits.json");
  }

  /** A file of names that this process holds. */
  private record Place(Path names, ProcessLock lock) {
    static Optional<Place> take(Path names) {
      String file = names.getFileName().toString();
      return ProcessLock.take(names.resolveSibling(file.replace(".json", ".lock")))
          .map(lock -> new Place(names, lock));
    }
  }

  /** Our own file, the first that no other process holds; the runs' folder must exist. */
  private Place own() {
    for (int number = 1; own == null; number++) {
      String name = number == 1 ? ".queue.json" : ".queue-" + number + ".json";
      own = Place.take(root.resolve(name)).orElse(null);
    }
    return own;
  }

  synchronized void write(List<RunFolder> runs) {
    if (runs.isEmpty() && (own == null || !Files.exists(own.names()))) {
      return;
    }
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + root + " cannot be made.", e);
    }
    List<String> written = runs.stream().map(this::name).toList();
    WholeFile.write(own().names(), JSON.writeValueAsString(written) + "\n");
  }

  /** Runs of any folder can wait; those beside the file go by their names. */
  private String name(RunFolder run) {
    Path path = run.path().toAbsolutePath().normalize();
    Path above = root.toAbsolutePath().normalize();
    return path.startsWith(above) ? above.relativize(path).toString() : path.toString();
  }

  /**
   * Takes over the runs that earlier processes left, in order: neither ended by themselves nor at
   * work.
   */
  synchronized List<RunFolder> takeOver() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    Set<String> names = new LinkedHashSet<>(readNames(own().names()));
    List<Place> deserted = deserted();
    deserted.forEach(place -> names.addAll(readNames(place.names())));
    List<RunFolder> left = unfinished(names);
    if (!deserted.isEmpty()) {
      write(left);
    }
    deserted.forEach(QueueFile::remove);
    return left;
  }

  private List<RunFolder> unfinished(Set<String> names) {
    List<RunFolder> left = new ArrayList<>();
    for (String name : names) {
      RunFolder run = new RunFolder(root.resolve(name));
      if (Files.isRegularFile(run.run()) && Files.isRegularFile(run.config())) {
        RunRecord record = run.record();
        if (record.state() == RunState.STOPPED) {
          left.add(run);
        }
      }
    }
    return left;
  }

  /** Files of processes that are no more; they are held until they are removed. */
  private List<Place> deserted() {
    return files().stream().flatMap(file -> Place.take(file).stream()).toList();
  }

  /** The runs that other processes work at or let wait. */
  synchronized List<RunFolder> elsewhere() {
    Path mine = own == null ? null : own.names();
    return files().stream()
        .filter(file -> !file.equals(mine))
        .flatMap(file -> readNames(file).stream())
        .map(name -> new RunFolder(root.resolve(name)))
        .toList();
  }

  private List<Path> files() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(root)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\.queue(-\\d+)?\\.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + root + " cannot be read.", e);
    }
  }

  private static void remove(Place place) {
    try (ProcessLock _ = place.lock()) {
      Files.deleteIfExists(place.names());
    } catch (IOException e) {
      LOG.warn("{} cannot be deleted; its runs may be offered again.", place.names(), e);
    }
  }

  private static List<String> readNames(Path names) {
    try {
      return Files.exists(names) ? JSON.readValue(Files.readString(names), NAMES) : List.of();
    } catch (IOException | JacksonException unreadable) {
      LOG.warn("{} cannot be read; the queue begins empty.", names, unreadable);
      return List.of();
    }
  }

  void write(RunLimits chosen) {
    WholeFile.write(limits, JSON.writeValueAsString(chosen) + "\n");
  }

  /** The limits a user chose, or those of the machine. */
  RunLimits readLimits() {
    try {
      return Files.exists(limits)
          ? JSON.readValue(Files.readString(limits), RunLimits.class)
          : RunLimits.ofMachine();
    } catch (IOException | JacksonException unreadable) {
      LOG.warn("{} cannot be read; the machine's limits hold.", limits, unreadable);
      return RunLimits.ofMachine();
    }
  }

  /** Leaves the names for the next process. */
  @Override
  public synchronized void close() {
    if (own != null) {
      own.lock().close();
      own = null;
    }
  }
}
