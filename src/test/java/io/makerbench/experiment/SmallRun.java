package io.makerbench.experiment;

import io.makerbench.config.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** A whole experiment that takes about a second: a short generated market, a small network. */
public final class SmallRun {
  private SmallRun() {}

  /** Settings whose own folder and runs are below a folder. */
  public static Settings settings(Path folder) {
    return new Settings(folder.resolve("home"), null, folder.resolve("runs"));
  }

  /** Its configuration. */
  public static ObjectNode config() {
    return ConfigFiles.reader()
        .complete(
            Json.parse(
                """
                {
                  "label": "small",
                  "seed": 7,
                  "market": {
                    "recording": {
                      "dataset": "synthetic",
                      "evaluation_windows": 2,
                      "synthetic": {"seconds": 120}
                    }
                  },
                  "dqn": {
                    "min_replay": 200, "mdp_step_warmup": 0, "epsilon_warmup_ticks": 100,
                    "num_episodes": 2, "batch_size": 32, "hidden": [16, 16], "step_logging": true
                  },
                  "execution": {"checkpoint_ticks": 500, "device": "cpu"}
                }
                """,
                "small run"));
  }

  /**
   * Digests of all files of a run that must not depend on when, where or how it was carried out.
   */
  public static Map<String, String> bytes(RunFolder run) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(run.path())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = run.path().relativize(file).toString();
        boolean dependsOnWhenOrWhere =
            name.equals("run.json")
                || name.equals("run.log")
                || name.equals("timing.csv")
                || name.equals(".lock")
                || name.equals("evaluation/footage.json")
                || name.startsWith("report");
        if (!dependsOnWhenOrWhere) {
          digests.put(name, digest(Files.readAllBytes(file)));
        }
      }
    }
    return digests;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Carries a run out or goes on with it, telling each event on a line; for tests that kill it. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    Runner runner = new Runner(settings(folder));
    Path path = folder.resolve("run");
    RunFolder run =
        Files.exists(path.resolve("run.json"))
            ? RunFolder.open(path)
            : runner.create(path, config(), null);
    runner.start(run, event -> System.out.println(event.getClass().getSimpleName())).ended().join();
  }
}
