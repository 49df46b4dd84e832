package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.storage.ProcessLock;
import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The folder of one run; everything a run leaves is in it. A process killed at any moment leaves a
 * folder that opens and resumes: whole files appear by rename, and a resumed run cuts appended
 * files back to what its checkpoint recorded.
 */
public record RunFolder(Path path) {
  static final String ACTIONS = "actions.csv";
  static final String WARNINGS = "warnings.jsonl";

  private static final JsonMapper RECORDS =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /**
   * Makes the folder of a new run.
   *
   * @throws InputException when something is there already
   */
  public static RunFolder create(Path path, ObjectNode config, RunRecord record) {
    try {
      if (Files.exists(path) && (!Files.isDirectory(path) || holdsAnything(path))) {
        throw new InputException(
            "The folder "
                + path
                + " holds something already. Choose another with --out, or go on"
                + " with a run by --resume "
                + path
                + ".");
      }
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new InputException("The folder " + path + " cannot be made: " + e.getMessage(), e);
    }
    RunFolder folder = new RunFolder(path);
    String text = Json.write(config);
    WholeFile.write(folder.config(), text);
    folder.write(record.frozen(ConfigDigest.of(text)));
    return folder;
  }

  private static boolean holdsAnything(Path path) throws IOException {
    try (Stream<Path> inside = Files.list(path)) {
      return inside.findAny().isPresent();
    }
  }

  /**
   * Opens the folder of a run.
   *
   * @throws InputException when it is none
   */
  public static RunFolder open(Path path) {
    RunFolder folder = new RunFolder(path);
    if (!Files.isRegularFile(folder.config()) || !Files.isRegularFile(folder.run())) {
      throw new InputException(
          path + " is not the folder of a run: it has no config.json and run.json.");
    }
    return folder;
  }

  /** The runs directly below a folder, the newest first; empty where there is no such folder. */
  public static List<RunFolder> list(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> below = Files.list(root)) {
      return below
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .map(RunFolder::new)
          .filter(f -> Files.isRegularFile(f.config()) && Files.isRegularFile(f.run()))
          .sorted(Comparator.comparing(RunFolder::name).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + root + " cannot be listed.", e);
    }
  }

  public String name() {
    return path.toAbsolutePath().normalize().getFileName().toString();
  }

  /** The complete configuration, every default written out. */
  public Path config() {
    return path.resolve("config.json");
  }

  /** State, versions, seed, machine and times. */
  public Path run() {
    return path.resolve("run.json");
  }

  /** The learner's figures; nothing in it depends on the clock. */
  public Path metrics() {
    return path.resolve("metrics.csv");
  }

  /** What was found in the training, see {@link Findings}; nothing in it depends on the clock. */
  public Path warnings() {
    return path.resolve(WARNINGS);
  }

  /** How actions spread, a row with each of the metrics; nothing in it depends on the clock. */
  public Path actions() {
    return path.resolve(ACTIONS);
  }

  /** What a user should know of the run's data, a sentence a line; missing where nothing. */
  public Path remarks() {
    return path.resolve("remarks.txt");
  }

  /** What the policy earned while it learned, on windows it is judged on; often none. */
  public Path heldOut() {
    return path.resolve(HeldOut.FILE);
  }

  /** Speed and memory. */
  public Path timing() {
    return path.resolve("timing.csv");
  }

  /** What happened and when, a line each: phases, states, checkpoints, warnings. */
  public Path log() {
    return path.resolve("run.log");
  }

  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  /** The policy a finished training ended with. */
  public Path finalCheckpoint() {
    return checkpoints().resolve("final");
  }

  /** What the training of a clone was and came to. */
  public Path trainingMetadata() {
    return path.resolve("training_metadata.json");
  }

  /** Losses of the training of a clone, as a picture. */
  public Path trainingCurves() {
    return path.resolve("training_curves.png");
  }

  /** A clone held against its expert. */
  public Path cloneEvaluation() {
    return path.resolve("eval_results.json");
  }

  public Path evaluation() {
    return path.resolve("evaluation");
  }

  public Path report() {
    return path.resolve("report");
  }

  /** The configuration as JSON. */
  public JsonNode readConfig() {
    return Json.read(config());
  }

  /** Whether the configuration was edited after the run was made; false where that is not known. */
  public boolean isConfigEdited() {
    String made = stored().configDigest();
    try {
      return made != null && !made.equals(ConfigDigest.of(Files.readString(config())));
    } catch (IOException e) {
      throw new InputException("The file " + config() + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The record as last written, see {@link #record} for its truth. */
  RunRecord stored() {
    try {
      return RECORDS.readValue(Files.readString(run()), RunRecord.class);
    } catch (IOException e) {
      throw new InputException("The file " + run() + " cannot be read: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new InputException(run() + " is damaged: " + e.getOriginalMessage() + ".", e);
    }
  }

  /** The record; a run whose process has gone is stopped whatever the file says. */
  public RunRecord record() {
    RunRecord stored = stored();
    if (stored.state().ended() || RunLock.isHeld(this)) {
      return stored;
    }
    return stored.in(
        RunState.STOPPED,
        stored.state() == RunState.QUEUED
            ? "It was not started yet."
            : "Its process ended; it can be resumed.");
  }

  /**
   * Notes why a run stopped whose process is gone; one that had ended keeps its end.
   *
   * @return the record as it stands now
   * @throws InputException when a process is at work in it
   */
  public RunRecord leave(String why) {
    try (ProcessLock _ = RunLock.take(this)) {
      RunRecord stored = stored();
      if (stored.state().ended()) {
        return stored;
      }
      RunRecord left = stored.in(RunState.STOPPED, why);
      write(left);
      new RunLog(this).note(new ProgressEvent.State(left.state(), why));
      return left;
    }
  }

  /** Whether its process went without ending it; it can be resumed. */
  public boolean isCutOff() {
    return !stored().state().ended() && !RunLock.isHeld(this);
  }

  void write(RunRecord record) {
    WholeFile.write(run(), RECORDS.writeValueAsString(record) + "\n");
  }

  /** The newest whole checkpoint of an unfinished training. */
  public Optional<Path> newestCheckpoint() {
    if (!Files.isDirectory(checkpoints())) {
      return Optional.empty();
    }
    try (Stream<Path> inside = Files.list(checkpoints())) {
      return inside
          .filter(path -> path.getFileName().toString().startsWith(CheckpointStore.PREFIX))
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + checkpoints() + " cannot be listed.", e);
    }
  }
}
