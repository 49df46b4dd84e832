package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.evaluate.Corrections;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.experiment.catalogue.RunNotes;
import io.makerbench.report.Curve;
import io.makerbench.report.Report;
import io.makerbench.report.ReportFormat;
import io.makerbench.report.ReportInput;
import io.makerbench.report.ReportPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** Gathers what a run left and writes its report. */
public final class Reports {
  /** Columns of metrics.csv a report shows, in order, and what people call them. */
  private static final List<Map.Entry<String, String>> CURVES =
      List.of(
          Map.entry("episode_reward", "Reward per episode"),
          Map.entry("episode_pnl", "PnL per episode (quote)"),
          Map.entry("reward", "Reward per tick"),
          Map.entry("loss", "Loss"),
          Map.entry("holdout_loss", "Loss on the holdout"),
          Map.entry("mae", "Mean absolute error on the holdout"),
          Map.entry("q_mean", "Mean Q"),
          Map.entry("epsilon", "Exploration ε"),
          Map.entry("grad_norm", "Gradient norm"));

  private Reports() {}

  /**
   * Writes a run's report into its own folder.
   *
   * @return the files written
   */
  public static List<Path> write(RunFolder run, Set<ReportFormat> formats) {
    return Report.write(input(run), run.report(), formats);
  }

  /** All that a report on a run is made from. */
  public static ReportInput input(RunFolder run) {
    RunRecord record = run.stored();
    EvaluationStore evaluation = new EvaluationStore(run.evaluation());
    return new ReportInput(
        record.label(),
        record.agent(),
        "makerbench run " + run.config() + " --out FOLDER",
        Json.write(run.readConfig()),
        facts(run, record),
        Stream.concat(curves(MetricsTable.read(run.metrics())).stream(), corrections(run).stream())
            .toList(),
        Findings.read(run.warnings()),
        evaluation.episodes(),
        evaluation.metrics(),
        evaluation.markets(),
        evaluation.comparison().orElse(null),
        Clones.evaluation(run).orElse(null),
        Math.max(1, record.trials()),
        notes(run, record, evaluation),
        EnumSet.allOf(ReportPart.class));
  }

  /**
   * All that a report on several runs together is made from: their policies on the windows and
   * seeds that they share, the first run's agent against all others.
   *
   * @throws io.makerbench.config.InputException when none was evaluated
   */
  public static ReportInput input(List<RunFolder> runs) {
    if (runs.size() == 1) {
      return input(runs.getFirst());
    }
    EvaluatedRuns evaluated = EvaluatedRuns.read(runs);
    if (evaluated.passages().isEmpty()) {
      throw new InputException("None of the runs was evaluated; there is nothing to report.");
    }
    return new SeveralRuns(runs, evaluated).input();
  }

  /** Facts of a run in the order they are shown. */
  static SequencedMap<String, String> facts(RunFolder run) {
    return facts(run, run.stored());
  }

  private static SequencedMap<String, String> facts(RunFolder run, RunRecord record) {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put("Run", run.name());
    facts.put("System", record.system());
    facts.put("Agent", record.agent());
    facts.put("Seed", Long.toString(record.seed()));
    facts.put("Started", record.created().toString());
    facts.put("Time at work", String.format(Locale.ROOT, "%.1f s", record.activeSeconds()));
    facts.put("Makerbench", record.version());
    facts.put("Machine", record.machine());
    if (!record.engine().isEmpty()) {
      facts.put("Networks", record.engine() + " on " + record.device());
    }
    facts.put("Trials on these windows", Integer.toString(record.trials()));
    return facts;
  }

  static List<Curve> curves(MetricsTable metrics) {
    List<Curve> curves = new ArrayList<>();
    for (Map.Entry<String, String> shown : CURVES) {
      MetricsTable.Series series = metrics.column(shown.getKey());
      if (series.size() > 0) {
        curves.add(new Curve(shown.getKey(), shown.getValue(), series.steps(), series.values()));
      }
    }
    return curves;
  }

  private static List<Curve> corrections(RunFolder run) {
    return TrainingCorrections.curves(MetricsTable.read(run.actions()));
  }

  private static List<String> notes(RunFolder run, RunRecord record, EvaluationStore evaluation) {
    return Stream.of(
            remarks(run).stream(),
            Stream.of(
                written(run),
                record.message(),
                CheckpointStore.remark(run),
                TrainingCorrections.sentence(corrections(run))),
            Corrections.sentences(evaluation.corrections()).stream())
        .flatMap(notes -> notes)
        .filter(note -> !note.isEmpty())
        .distinct()
        .toList();
  }

  private static List<String> remarks(RunFolder run) {
    try {
      return Files.exists(run.remarks()) ? Files.readAllLines(run.remarks()) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + run.remarks(), e);
    }
  }

  /** What a user wrote about a run, its tags behind it; empty where there is nothing. */
  static String written(RunFolder run) {
    RunNotes notes = RunNotes.read(run);
    String tags = notes.tags().isEmpty() ? "" : " (" + String.join(", ", notes.tags()) + ")";
    return notes.notes().isBlank() ? "" : run.name() + ": " + notes.notes().strip() + tags;
  }
}
