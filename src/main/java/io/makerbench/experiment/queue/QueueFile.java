package io.makerbench.experiment.queue;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunRecord;
import io.makerbench.experiment.RunState;
import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What survives the process: the names of the runs at work and waiting, in order, as {@code
 * .queue.json} beside the runs, and the limits as {@code run-limits.json} in the program's own
 * folder. Both appear whole.
 */
final class QueueFile {
  private static final Logger LOG = LoggerFactory.getLogger(QueueFile.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

  private final Path root;
  private final Path names;
  private final Path limits;

  QueueFile(Path runs, Path home) {
    root = runs;
    names = runs.resolve(".queue.json");
    limits = home.resolve("run-limits.json");
  }

  void write(List<RunFolder> runs) {
    if (!runs.isEmpty() || Files.exists(names)) {
      List<String> written = runs.stream().map(this::name).toList();
      WholeFile.write(names, JSON.writeValueAsString(written) + "\n");
    }
  }

  /** Runs of any folder can wait; those beside the file go by their names. */
  private String name(RunFolder run) {
    Path path = run.path().toAbsolutePath().normalize();
    Path above = root.toAbsolutePath().normalize();
    return path.startsWith(above) ? above.relativize(path).toString() : path.toString();
  }

  /** The runs that an earlier process left, in order: neither ended by themselves nor at work. */
  List<RunFolder> leftOver() {
    List<RunFolder> left = new ArrayList<>();
    for (String name : readNames()) {
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

  private List<String> readNames() {
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
}
