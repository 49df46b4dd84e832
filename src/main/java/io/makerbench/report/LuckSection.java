package io.makerbench.report;

import io.makerbench.env.Episode;
import io.makerbench.evaluate.EquityRisk;
import io.makerbench.evaluate.SharpeRatio;
import io.makerbench.evaluate.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How far the Sharpe ratios can be believed, given their length, shape and number of trials. */
final class LuckSection {
  private static final double CONFIDENCE = 0.95;
  private static final double SECONDS_PER_HOUR = 3600;

  private final Evaluated evaluated;

  LuckSection(Evaluated evaluated) {
    this.evaluated = evaluated;
  }

  void write(Page page) {
    page.section(
        "luck",
        "Skill or luck",
        "Sharpe ratios of the change of equity each second, all windows together (Bailey and López de Prado). PSR: probability that the true ratio is above zero. "
            + deflation(evaluated.input().trials())
            + " Seconds are taken as independent.");
    page.table(
        List.of(
            "Policy",
            "Sharpe per second",
            "Seconds",
            "Skewness",
            "Kurtosis",
            "PSR",
            "DSR",
            "Shortest convincing record (95 %)"),
        table(evaluated));
    page.end();
  }

  private static String deflation(int trials) {
    return trials == 1
        ? "DSR: the same here, as only one trial was made on these windows."
        : "DSR: probability that it is above what the best of %d worthless trials on these windows would show, each ratio varying by chance alone (1/T)."
            .formatted(trials);
  }

  /** The same figures as a table for files. */
  static Table table(Evaluated evaluated) {
    List<List<String>> rows = new ArrayList<>();
    for (String policy : evaluated.policies()) {
      List<Episode> episodes = evaluated.episodes(policy);
      if (!episodes.isEmpty()) {
        rows.add(row(policy, episodes, evaluated.input().trials()));
      }
    }
    return new Table(
        List.of(
            "policy",
            "sharpe_per_second",
            "seconds",
            "skewness",
            "kurtosis",
            "psr",
            "dsr",
            "minimum_track_record"),
        rows);
  }

  private static List<String> row(String policy, List<Episode> episodes, int trials) {
    double[] changes =
        episodes.stream()
            .flatMapToDouble(episode -> Arrays.stream(EquityRisk.secondlyPnl(episode)))
            .toArray();
    SharpeRatio ratio = SharpeRatio.of(changes);
    double chanceVariance = 1.0 / Math.max(1, changes.length - 1);
    return List.of(
        policy,
        Figures.number(ratio.value()),
        Figures.number(changes.length),
        Figures.number(ratio.skewness()),
        Figures.number(ratio.kurtosis()),
        Figures.probability(ratio.probabilistic(0)),
        Figures.probability(ratio.deflated(chanceVariance, trials)),
        record(ratio));
  }

  private static String record(SharpeRatio ratio) {
    return ratio.value() > 0
        ? Figures.number(ratio.minimumTrackRecord(0, CONFIDENCE) / SECONDS_PER_HOUR) + " h"
        : Figures.UNDEFINED;
  }
}
