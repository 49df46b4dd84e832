package io.makerbench.workbench;

import io.makerbench.config.Json;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunState;
import io.makerbench.experiment.Runner;
import io.makerbench.experiment.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A run whose evaluation compares the two baselines; made by the program itself in a second. */
public final class EvaluatedRun {
  /** Configuration of {@link #synthetic}. */
  public static final String SYNTHETIC =
      """
      {
        "label": "baselines",
        "agent": {"type": "symmetric_l1"},
        "market": {
          "recording": {
            "dataset": "synthetic", "evaluation_windows": 2, "synthetic": {"seconds": 300}
          },
          "simulator": {"max_inventory": 0.05, "min_order_size": 0.01}
        },
        "evaluation": {"baselines": ["do_nothing"]},
        "execution": {"device": "cpu"}
      }
      """;

  /** Configuration of {@link #desk}: it may lose little, so that its kill switch is set. */
  private static final String DESK =
      """
      {
        "label": "desk", "system": "perp", "agent": {"type": "modulating"},
        "market": {
          "randomisation": "full", "loss_limit": 10, "evaluation_windows": 4, "max_ticks": 400
        },
        "evaluation": {"baselines": ["heuristic", "do_nothing"]}
      }
      """;

  private EvaluatedRun() {}

  /** Four windows of a desk on five venues, below a folder. */
  public static RunFolder desk(Path folder) {
    return carryOut(folder, null, DESK);
  }

  /** Two windows of a generated recording, below a folder. */
  public static RunFolder synthetic(Path folder) {
    return carryOut(folder, null, SYNTHETIC);
  }

  /** Carries out any configuration below a folder. */
  public static RunFolder carryOut(Path folder, @Nullable Path data, String json) {
    Settings settings = new Settings(folder.resolve("home"), data, folder.resolve("runs"));
    Runner runner = new Runner(settings);
    RunFolder run =
        runner.create(
            settings.runs().resolve("run"),
            ConfigFiles.reader().complete(Json.parse(json, "test configuration")),
            null);
    RunState end = runner.start(run, event -> {}).ended().join();
    if (end != RunState.DONE) {
      throw new AssertionError("The run ended as " + end + ": " + run.record().message());
    }
    return run;
  }
}
