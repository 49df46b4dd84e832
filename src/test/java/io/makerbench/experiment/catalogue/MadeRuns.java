package io.makerbench.experiment.catalogue;

import io.makerbench.config.Json;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.SmallRun;
import io.makerbench.storage.FolderTree;
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

  /**
   * Many runs at once, named by their number, of these agents in turn; their seed is their number.
   */
  public void makeMany(int count, int rows, String... agents) throws IOException {
    RunFolder pattern = make("pattern");
    ObjectNode config = (ObjectNode) pattern.readConfig();
    ObjectNode record = (ObjectNode) Json.read(pattern.run());
    FolderTree.delete(pattern.path());
    for (int i = 0; i < count; i++) {
      String name = String.format(Locale.ROOT, "run-%04d", i);
      String agent = agents[i % agents.length];
      RunFolder run = new RunFolder(Files.createDirectories(root().resolve(name)));
      ((ObjectNode) config.get("agent")).put("type", agent);
      Files.writeString(run.config(), Json.write(config.put("label", name).put("seed", i)));
      record.put("label", name).put("seed", i).put("agent", agent);
      Files.writeString(run.run(), Json.write(record));
      train(run, rows);
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
