package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Pairing;
import io.makerbench.evaluate.Table;
import io.makerbench.evaluate.WindowDifference;
import io.makerbench.storage.WholeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges one policy at every point of a latency–fee grid. A configuration that learns is trained
 * once, at its own latency and fee, in the run {@code base}; each point is a run of its own.
 */
public final class GridWork {
  private static final List<String> COLUMNS =
      List.of(
          "point",
          "fees_bps",
          "latency_micros",
          "baseline",
          "windows",
          "agent_pnl",
          "baseline_pnl",
          "difference",
          "low_95",
          "high_95",
          "t",
          "p",
          "wilcoxon_p",
          "agent_fills",
          "baseline_fills");

  private final Runner runner;
  private final Path folder;
  private final Consumer<ProgressEvent> progress;

  /** A grid whose runs are made below {@code folder}. */
  public GridWork(Runner runner, Path folder, Consumer<ProgressEvent> progress) {
    this.runner = runner;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Carries the grid out and writes {@code grid.csv}; runs that are done already are kept, so that
   * the same command goes on where it was interrupted.
   *
   * @return the table that was written, a row a point and baseline
   * @throws InputException when a run fails
   */
  public Table carryOut(ObjectNode config, List<GridPoint> points) {
    ExperimentConfig read = ConfigFiles.read(config, "configuration");
    RunFolder base = read.agent().learns() ? finish("base", config) : new RunFolder(folder);
    List<List<String>> rows = new ArrayList<>();
    for (GridPoint point : points) {
      RunFolder run = finish(point.name(), point.of(config, base));
      new EvaluationStore(run.evaluation())
          .comparison()
          .ifPresent(found -> found.pairings().forEach(p -> rows.add(row(point, p))));
    }
    Table table = new Table(COLUMNS, rows);
    WholeFile.write(folder.resolve("grid.csv"), table.toCsv());
    return table;
  }

  private RunFolder finish(String name, ObjectNode config) {
    Path path = folder.resolve(name);
    boolean begun = path.resolve("run.json").toFile().exists();
    RunFolder run = begun ? RunFolder.open(path) : runner.create(path, config, null);
    if (!Json.write(run.readConfig()).equals(Json.write(config))) {
      throw new InputException(
          run.path()
              + " is a run of another configuration. Choose another folder with --out, or remove"
              + " this one.");
    }
    RunState state = runner.start(run, progress).ended().join();
    if (state != RunState.DONE) {
      throw new InputException(
          "The run " + run.path() + " of the grid " + state + ": " + run.record().message());
    }
    return run;
  }

  private static List<String> row(GridPoint point, Pairing pairing) {
    return List.of(
        point.name(),
        Double.toString(point.fees()),
        Long.toString(point.latencyMicros()),
        pairing.baseline(),
        Integer.toString(pairing.test().n()),
        Double.toString(mean(pairing, WindowDifference::agentPnl)),
        Double.toString(mean(pairing, WindowDifference::baselinePnl)),
        Double.toString(pairing.test().mean()),
        Double.toString(pairing.test().low()),
        Double.toString(pairing.test().high()),
        Double.toString(pairing.test().t()),
        Double.toString(pairing.test().p()),
        Double.toString(pairing.wilcoxon().p()),
        Double.toString(pairing.agentMeanFills()),
        Double.toString(pairing.baselineMeanFills()));
  }

  private static double mean(Pairing pairing, ToDoubleFunction<WindowDifference> pnl) {
    return pairing.windows().stream().mapToDouble(pnl).average().orElse(Double.NaN);
  }
}
