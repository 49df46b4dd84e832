package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.CloneEvaluation;
import io.makerbench.report.ReportFormat;
import io.makerbench.storage.ProcessLock;
import io.makerbench.system.Market;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Optional;

/** Clones of runs that are done, held against their experts again. */
public final class Clones {
  private Clones() {}

  /**
   * Judges the clone that a run trained, replaces the run's {@code eval_results.json}, and writes
   * its report again.
   *
   * @throws InputException when the run trained no clone, or what it is to be judged on is missing
   */
  public static CloneEvaluation judge(RunFolder run, Settings settings, CloneExam exam) {
    ExperimentConfig config = ConfigFiles.read(run.readConfig(), run.config().toString());
    if (!config.clones()) {
      throw new InputException(
          "The run %s trains no clone: its agent is %s. Clones are trained by agent.type cloning."
              .formatted(run.path(), config.agent().type()));
    }
    if (!Files.exists(run.finalCheckpoint())) {
      throw new InputException(
          "The run %s has not finished its training; go on with makerbench run --resume %s."
              .formatted(run.path(), run.path()));
    }
    try (ProcessLock _ = RunLock.take(run);
        AgentSource agents = new AgentSource(run, config);
        Market market =
            ConfigFiles.system(config.system())
                .open(config.market(), settings.place(), config.seed(), agents.facts())) {
      CloneEvaluation evaluation =
          new CloneFiles(run, config, market).judge(agents.policy(market), exam);
      Reports.write(run, EnumSet.complementOf(EnumSet.of(ReportFormat.PDF, ReportFormat.PNG)));
      return evaluation;
    }
  }

  /** How the clone of a run was last judged; empty where it was not. */
  public static Optional<CloneEvaluation> evaluation(RunFolder run) {
    try {
      return Files.exists(run.cloneEvaluation())
          ? Optional.of(
              CloneEvaluation.fromJson(
                  Files.readString(run.cloneEvaluation()), run.cloneEvaluation().toString()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + run.cloneEvaluation() + " cannot be read.", e);
    }
  }
}
