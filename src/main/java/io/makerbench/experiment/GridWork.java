package io.makerbench.experiment;

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

  private final Path folder;
  private final RunSeries runs;

  /** A grid whose runs are made below {@code folder}. */
  public GridWork(Runner runner, Path folder, Consumer<ProgressEvent> progress) {
    this.folder = folder;
    runs = new RunSeries(runner, folder, progress);
  }

  /**
   * Carries the grid out and writes {@code grid.csv}; runs that are done already are kept, so that
   * the same command goes on where it was interrupted.
   *
   * @return the table that was written, a row a point and baseline
   * @throws io.makerbench.config.InputException when a run fails
   */
  public Table carryOut(ObjectNode config, List<GridPoint> points) {
    ExperimentConfig read = ConfigFiles.read(config, "configuration");
    RunFolder base = read.agent().learns() ? runs.finish("base", config) : new RunFolder(folder);
    return judge(config, base, points);
  }

  /**
   * Judges the policy of a finished run at every point, as {@link #carryOut} does with one that it
   * trained.
   *
   * @return the table that was written, a row a point and baseline
   * @throws io.makerbench.config.InputException when a run fails
   */
  public Table carryOut(RunFolder trained, List<GridPoint> points) {
    return judge((ObjectNode) trained.readConfig(), trained, points);
  }

  /** Ends the point at work soon, and begins no other; from any thread. */
  public void stop() {
    runs.stop();
  }

  private Table judge(ObjectNode config, RunFolder base, List<GridPoint> points) {
    List<List<String>> rows = new ArrayList<>();
    for (GridPoint point : points) {
      RunFolder run = runs.finish(point.name(), point.of(config, base));
      new EvaluationStore(run.evaluation())
          .comparison()
          .ifPresent(found -> found.pairings().forEach(p -> rows.add(row(point, p))));
    }
    Table table = new Table(COLUMNS, rows);
    WholeFile.write(folder.resolve("grid.csv"), table.toCsv());
    return table;
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
