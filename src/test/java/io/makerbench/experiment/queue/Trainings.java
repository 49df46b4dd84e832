package io.makerbench.experiment.queue;

import io.makerbench.config.Json;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.Settings;
import java.nio.file.Path;

/** Short trainings on the control system, made but not begun. */
public final class Trainings {
  private static final String CONFIG =
      """
      {
        "label": "%s",
        "system": "control",
        "agent": {"type": "a2c"},
        "market": {"problem": "identity", "evaluation_windows": 1, "window_episodes": 2},
        "a2c": {"total_ticks": %d},
        "evaluation": {"baselines": ["random"]},
        "execution": {"copies": 5, "device": "cpu", "checkpoint_ticks": 5000}
      }
      """;

  /** Ticks of a training that takes a second or two. */
  public static final long SHORT = 20_000;

  /** Ticks of a training that no test waits for. */
  public static final long ENDLESS = 2_000_000_000;

  private Trainings() {}

  public static Settings settings(Path folder) {
    return new Settings(folder.resolve("home"), null, folder.resolve("runs"));
  }

  /** A run of some length, below the folder of runs. */
  public static RunFolder make(Settings settings, String name, long ticks) {
    return new Runner(settings)
        .create(
            settings.runs().resolve(name),
            ConfigFiles.reader().complete(Json.parse(CONFIG.formatted(name, ticks), name)),
            null);
  }
}
