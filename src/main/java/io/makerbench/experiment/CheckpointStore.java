package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.storage.FolderTree;
import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The checkpoints of a training. Each is a folder that appears whole by rename and remembers how
 * long the appended files were; the newest {@value #KEPT} are kept, and at the end only {@code
 * final}.
 */
final class CheckpointStore {
  static final String PREFIX = "step-";
  private static final String PROGRESS = "progress.json";
  private static final String REMARK = "remark.txt";
  private static final int KEPT = 2;

  private final RunFolder folder;

  CheckpointStore(RunFolder folder) {
    this.folder = folder;
  }

  /**
   * Writes a checkpoint; {@code content} fills its folder.
   *
   * @param soundUntil steps of each of which the newest checkpoint before it is kept too
   */
  Path write(long step, Map<String, Long> lengths, List<Long> soundUntil, Consumer<Path> content) {
    Path whole = folder.checkpoints().resolve(PREFIX + "%012d".formatted(step));
    if (!Files.exists(whole)) {
      place(whole, step, lengths, content);
    }
    List<Path> all = all();
    List<Path> sound = soundUntil.stream().map(this::before).flatMap(Optional::stream).toList();
    all.subList(0, Math.max(0, all.size() - KEPT)).stream()
        .filter(old -> !sound.contains(old))
        .forEach(CheckpointStore::delete);
    return whole;
  }

  /** The newest checkpoint that was written at a step or before it. */
  Optional<Path> before(long step) {
    return all().stream().filter(whole -> step(whole) <= step).reduce((a, b) -> b);
  }

  /** The step a checkpoint was written at. */
  static long step(Path checkpoint) {
    return Json.read(checkpoint.resolve(PROGRESS)).path("step").asLong();
  }

  /**
   * Writes the last checkpoint and removes those on the way to it.
   *
   * @param remark what is to be said of its policy; empty for nothing
   */
  Path finish(long step, Map<String, Long> lengths, String remark, Consumer<Path> content) {
    place(
        folder.finalCheckpoint(),
        step,
        lengths,
        into -> {
          content.accept(into);
          remark(into, remark);
        });
    leaveOnlyFinal();
    return folder.finalCheckpoint();
  }

  /** Ends with a checkpoint written before, as {@link #finish}. */
  void finishWith(Path checkpoint, String remark) {
    remark(checkpoint, remark);
    try {
      Files.move(checkpoint, folder.finalCheckpoint(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoint " + checkpoint + " cannot be renamed.", e);
    }
    leaveOnlyFinal();
  }

  /** Removes all checkpoints. */
  void leaveNone() {
    all().forEach(CheckpointStore::delete);
  }

  private static void remark(Path checkpoint, String remark) {
    if (!remark.isEmpty()) {
      WholeFile.write(checkpoint.resolve(REMARK), remark + "\n");
    }
  }

  /** What is to be said of a finished training's policy; empty for nothing. */
  static String remark(RunFolder folder) {
    Path file = folder.finalCheckpoint().resolve(REMARK);
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be read.", e);
    }
  }

  /** Removes all beside the last checkpoint, what a kill left half removed included. */
  void leaveOnlyFinal() {
    try (Stream<Path> inside = Files.list(folder.checkpoints())) {
      inside
          .filter(path -> !path.equals(folder.finalCheckpoint()))
          .toList()
          .forEach(CheckpointStore::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoints cannot be listed.", e);
    }
  }

  private void place(Path whole, long step, Map<String, Long> lengths, Consumer<Path> content) {
    ObjectNode remembered = JsonNodeFactory.instance.objectNode().put("step", step);
    ObjectNode bytes = remembered.putObject("bytes");
    lengths.forEach(bytes::put);
    try {
      Files.createDirectories(folder.checkpoints());
      Path hidden = folder.checkpoints().resolve(".writing");
      if (Files.exists(hidden)) {
        delete(hidden);
      }
      Files.createDirectory(hidden);
      content.accept(hidden);
      WholeFile.write(hidden.resolve(PROGRESS), Json.write(remembered));
      Files.move(hidden, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoint " + whole + " cannot be written.", e);
    }
  }

  /** Length of an appended file when a checkpoint was written. */
  static long bytes(Path checkpoint, String appended) {
    Path file = checkpoint.resolve(PROGRESS);
    long bytes = Json.read(file).path("bytes").path(appended).asLong(-1);
    if (bytes < 0) {
      throw new InputException(file + " is damaged: it names no length of " + appended + ".");
    }
    return bytes;
  }

  private List<Path> all() {
    if (!Files.isDirectory(folder.checkpoints())) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder.checkpoints())) {
      return inside.filter(p -> p.getFileName().toString().startsWith(PREFIX)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoints cannot be listed.", e);
    }
  }

  /** Removes a checkpoint so that no part of it can be taken for a whole one. */
  private static void delete(Path checkpoint) {
    try {
      Path hidden = checkpoint;
      if (!checkpoint.getFileName().toString().startsWith(".")) {
        hidden = checkpoint.resolveSibling(".removing-" + checkpoint.getFileName());
        Files.move(checkpoint, hidden, StandardCopyOption.ATOMIC_MOVE);
      }
      FolderTree.delete(hidden);
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoint " + checkpoint + " cannot be removed.", e);
    }
  }
}
