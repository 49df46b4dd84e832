package io.makerbench.report;

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

  private static final List<String> COLUMNS =
      List.of(
          "policy",
          "sharpe_per_second",
          "seconds",
          "skewness",
          "kurtosis",
          "psr",
          "dsr",
          "minimum_track_record_seconds");

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
        new Table(COLUMNS, rows(evaluated).stream().map(LuckSection::forPeople).toList()));
    page.end();
  }

  private static String deflation(int trials) {
    return trials == 1
        ? "DSR: the same here, as only one trial was made on these windows."
        : "DSR: probability that it is above what the best of %d worthless trials on these windows would show, each ratio varying by chance alone (1/T)."
            .formatted(trials);
  }

  /** The same figures with all digits, for files. */
  static Table table(Evaluated evaluated) {
    return new Table(COLUMNS, rows(evaluated).stream().map(LuckSection::forFiles).toList());
  }

  private static List<Row> rows(Evaluated evaluated) {
    List<Row> rows = new ArrayList<>();
    for (String policy : evaluated.policies()) {
      double[] changes =
          evaluated.episodes(policy).stream()
              .flatMapToDouble(episode -> Arrays.stream(EquityRisk.secondlyPnl(episode)))
              .toArray();
      if (changes.length > 0) {
        SharpeRatio ratio = SharpeRatio.of(changes);
        double chanceVariance = 1.0 / Math.max(1, changes.length - 1);
        double deflated = ratio.deflated(chanceVariance, evaluated.input().trials());
        rows.add(new Row(policy, ratio, deflated));
      }
    }
    return rows;
  }

  private static List<String> forFiles(Row row) {
    SharpeRatio ratio = row.ratio();
    return List.of(
        row.policy(),
        Double.toString(ratio.value()),
        Integer.toString(ratio.observations()),
        Double.toString(ratio.skewness()),
        Double.toString(ratio.kurtosis()),
        Double.toString(ratio.probabilistic(0)),
        Double.toString(row.deflated()),
        Double.toString(row.minimumSeconds()));
  }

  private static List<String> forPeople(Row row) {
    SharpeRatio ratio = row.ratio();
    double hours = row.minimumSeconds() / SECONDS_PER_HOUR;
    return List.of(
        row.policy(),
        Figures.number(ratio.value()),
        Figures.number(ratio.observations()),
        Figures.number(ratio.skewness()),
        Figures.number(ratio.kurtosis()),
        Figures.probability(ratio.probabilistic(0)),
        Figures.probability(row.deflated()),
        Double.isNaN(hours) ? Figures.UNDEFINED : Figures.number(hours) + " h");
  }

  private record Row(String policy, SharpeRatio ratio, double deflated) {
    /** A ratio that is not above zero convinces at no length. */
    double minimumSeconds() {
      return ratio.value() > 0 ? ratio.minimumTrackRecord(0, CONFIDENCE) : Double.NaN;
    }
  }
}
