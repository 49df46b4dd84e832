package io.makerbench.experiment.catalogue;

import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.SmallRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Folders of runs that were never carried out, below {@code runs} of a folder. */
public final class MadeRuns {
  private final Path home;
  private final Runner runner;

  public MadeRuns(Path home) {
    this.home = home;
    runner = new Runner(SmallRun.settings(home));
  }

  /** Where they are. */
  public Path root() {
    return home.resolve("runs");
  }

  /** A run with some keys changed, for example {@code dqn.lr=0.01}; its label is its name. */
  public RunFolder make(String name, String... changes) {
    try {
      Path file = Files.writeString(home.resolve("made.json"), "{\"label\": \"" + name + "\"}");
      ObjectNode config = ConfigFiles.load(file, List.of(changes));
      return runner.create(root().resolve(name), config, null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Gives a run a curve whose rewards rise by one from row to row, from zero. */
  public static void train(RunFolder run, int rows) throws IOException {
    StringBuilder csv = new StringBuilder("step,reward,loss\n");
    for (int i = 0; i < rows; i++) {
      csv.append(String.format(Locale.ROOT, "%d,%d,%s%n", i * 10, i, i % 2 == 0 ? "0.5" : ""));
    }
    Files.writeString(run.metrics(), csv);
  }
}
