package io.makerbench.workbench.runs;

import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Pairing;
import io.makerbench.experiment.MetricsTable;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunRecord;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of the table.
 *
 * @param reward last reward per tick of the training; NaN before there is one
 * @param baseline the baseline it is compared with; empty before the evaluation
 * @param gain mean realised PnL of the agent minus the baseline's, a window; NaN before that
 */
record RunRow(RunFolder folder, RunRecord record, double reward, String baseline, double gain) {
  /** Reads a run's files; call it off the JavaFX thread. */
  static RunRow read(RunFolder folder) {
    MetricsTable.Series rewards = MetricsTable.read(folder.metrics()).column("reward");
    double reward = rewards.size() == 0 ? Double.NaN : rewards.values()[rewards.size() - 1];
    Optional<Pairing> first =
        new EvaluationStore(folder.evaluation())
            .comparison()
            .map(Comparison::pairings)
            .filter(pairings -> !pairings.isEmpty())
            .map(pairings -> pairings.getFirst());
    return new RunRow(
        folder,
        folder.record(),
        reward,
        first.map(Pairing::baseline).orElse(""),
        first.map(pairing -> pairing.test().mean()).orElse(Double.NaN));
  }

  /** Whether a filter's words all occur in it. */
  boolean matches(String words) {
    String all =
        String.join(
                " ",
                folder.name(),
                record.label(),
                record.agent(),
                record.system(),
                record.state().name(),
                "seed" + record.seed())
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .allMatch(all::contains);
  }
}
