package io.makerbench.experiment.catalogue;

import io.makerbench.config.InputException;
import io.makerbench.experiment.RunFolder;
import io.makerbench.storage.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where deleted runs go: the folder {@code .trash} beside them, from which they can be taken back
 * until it is emptied. The time of a folder there is the time it was deleted at.
 */
public final class RunTrash {
  private static final String FOLDER = ".trash";

  private final Path root;

  /** The trash of a folder of runs. */
  public RunTrash(Path root) {
    this.root = root;
  }

  /**
   * A run that was deleted.
   *
   * @param from where it was
   * @param to where it is
   */
  public record Discarded(Path from, Path to, Instant when) {
    /** Name of its folder when it was no trash. */
    public String name() {
      return from.getFileName().toString();
    }
  }

  /**
   * Moves runs away, all of them or none.
   *
   * @throws InputException naming a run that is at work
   */
  public List<Discarded> discard(List<RunFolder> runs) throws IOException {
    for (RunFolder run : runs) {
      if (!run.record().state().ended()) {
        throw new InputException(
            "The run " + run.name() + " is at work and cannot be deleted. Stop it first.");
      }
    }
    List<Discarded> moved = new ArrayList<>();
    try {
      for (RunFolder run : runs) {
        moved.add(discard(run.path()));
      }
    } catch (IOException e) {
      restore(moved);
      throw e;
    }
    return moved;
  }

  private Discarded discard(Path run) throws IOException {
    Path trash = Files.createDirectories(root.resolve(FOLDER));
    Path to = trash.resolve(run.getFileName().toString());
    for (int i = 2; Files.exists(to); i++) {
      to = trash.resolve(run.getFileName() + "~" + i);
    }
    Files.move(run, to);
    Instant now = Instant.now();
    Files.setLastModifiedTime(to, FileTime.from(now));
    return new Discarded(run, to, now);
  }

  /**
   * Moves runs back to where they were.
   *
   * @throws InputException when another run has the place
   */
  public void restore(List<Discarded> runs) throws IOException {
    for (Discarded run : runs) {
      if (Files.exists(run.from())) {
        throw new InputException(
            "The run " + run.name() + " cannot be taken back: another has its place.");
      }
      Files.move(run.to(), run.from());
    }
  }

  /** What is in it, the latest first. */
  public List<Discarded> contents() throws IOException {
    Path trash = root.resolve(FOLDER);
    if (!Files.isDirectory(trash)) {
      return List.of();
    }
    List<Discarded> found = new ArrayList<>();
    try (Stream<Path> inside = Files.list(trash)) {
      for (Path path : inside.filter(Files::isDirectory).toList()) {
        String name = path.getFileName().toString().replaceFirst("~\\d+$", "");
        found.add(
            new Discarded(root.resolve(name), path, Files.getLastModifiedTime(path).toInstant()));
      }
    }
    found.sort(Comparator.comparing(Discarded::when).reversed());
    return found;
  }

  /** Bytes on disk of a folder with all that is in it. */
  public static long bytes(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      long sum = 0;
      for (Path file : inside.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  /** Deletes for good what was in it longer than some time; how many runs these were. */
  public int empty(Duration longerThan) throws IOException {
    Instant before = Instant.now().minus(longerThan);
    int deleted = 0;
    for (Discarded run : contents()) {
      if (!run.when().isAfter(before)) {
        FolderTree.delete(run.to());
        deleted++;
      }
    }
    return deleted;
  }
}
