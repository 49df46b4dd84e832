package io.makerbench.learn.watch;

import io.makerbench.learn.LearnerSettings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers of an observation that are far from 1 and that nothing brings nearer. */
final class UnscaledObservations implements Rule {
  private static final long FEWEST_ROWS = 500;
  private static final int MOST_NAMED = 8;
  private static final double LARGE = 30;
  private static final double SMALL = 1e-3;

  /** Deviations that a small number spans at most; one that is seldom not 0 spans more. */
  private static final double SPAN = 10;

  private final LearnerSettings settings;

  UnscaledObservations(LearnerSettings settings) {
    this.settings = settings;
  }

  @Override
  public FindingKind kind() {
    return FindingKind.UNSCALED_OBSERVATIONS;
  }

  @Override
  public int patience() {
    return 2;
  }

  @Override
  public Judgement judge(Period period) {
    Columns columns = period.behaviour().observations;
    if (columns.rows() < FEWEST_ROWS || Boolean.TRUE.equals(settings.normalizeObservations())) {
      return Judgement.Plain.UNKNOWN;
    }
    List<Integer> far =
        IntStream.range(0, columns.width).filter(i -> isFar(columns, i)).boxed().toList();
    if (far.isEmpty()) {
      return Judgement.Plain.HEALTHY;
    }
    String which =
        far.stream()
            .limit(MOST_NAMED)
            .map(i -> words(columns, i))
            .collect(Collectors.joining(", "));
    return new Judgement.Symptom(
        "%d of the %d numbers of an observation are not scaled: %s%s."
            .formatted(far.size(), columns.width, which, far.size() > MOST_NAMED ? " …" : ""),
        settings.normalizeObservations() == null
            ? "Scale them in the market's features, so that they are near 1."
            : "Try %s=true.".formatted(settings.key("normalize_observations")));
  }

  private static boolean isFar(Columns columns, int i) {
    double deviation = columns.deviation(i);
    boolean small = !columns.isConstant(i) && Math.max(deviation, columns.range(i) / SPAN) < SMALL;
    return Math.abs(columns.mean(i)) > LARGE || deviation > LARGE || small;
  }

  private static String words(Columns columns, int i) {
    return "%s (%s ± %s)"
        .formatted(
            columns.names.get(i),
            Figures.brief(columns.mean(i)),
            Figures.brief(columns.deviation(i)));
  }
}
