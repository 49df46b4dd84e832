package io.makerbench.learn.watch;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers of an observation that never change. */
final class ConstantObservations implements Rule {
  private static final long FEWEST_ROWS = 500;
  private static final int MOST_NAMED = 8;

  @Override
  public FindingKind kind() {
    return FindingKind.CONSTANT_OBSERVATIONS;
  }

  @Override
  public int patience() {
    return 3;
  }

  @Override
  public Judgement judge(Period period) {
    Columns columns = period.behaviour().observations;
    if (columns.rows() < FEWEST_ROWS) {
      return Judgement.Plain.UNKNOWN;
    }
    List<Integer> constant =
        IntStream.range(0, columns.width).filter(columns::isConstant).boxed().toList();
    if (constant.isEmpty()) {
      return Judgement.Plain.HEALTHY;
    }
    String which =
        constant.stream()
            .limit(MOST_NAMED)
            .map(i ->
                columns.names.get(i) + " (always %s)".formatted(Figures.brief(columns.value(i))))
            .collect(Collectors.joining(", "));
    return new Judgement.Symptom(
        "%d of the %d numbers of an observation never changed: %s%s."
            .formatted(
                constant.size(), columns.width, which, constant.size() > MOST_NAMED ? " …" : ""),
        constant.size() == columns.width
            ? "The policy sees nothing: check the market's features."
            : "They say nothing: leave them out where the market's features can be chosen, or check why they"
                + " stand still.");
  }
}
