package io.makerbench.check;

import io.makerbench.experiment.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A learner must reach a score within the ticks of its configuration, by every seed. It is judged
 * on the way, greedily, on windows it does not learn from; training ends where the score is
 * reached.
 *
 * @param name what is to be learned
 * @param by who learns
 * @param score how it is judged
 * @param mark score to reach
 * @param judgedEvery ticks from one judgement to the next
 * @param seeds seeds of trainings
 */
record ScoreCheck(
    String name, Learner by, Score score, double mark, long judgedEvery, List<Long> seeds)
    implements Check {
  @Override
  public String learner() {
    return by.name();
  }

  @Override
  public String expectation() {
    return "at least " + score.words(mark);
  }

  @Override
  public Finding carryOut(Settings settings, Path configs) {
    List<Reached> all = new ArrayList<>();
    for (long seed : seeds) {
      try (Trial trial = new Trial(by.config(configs, seed), settings)) {
        all.add(best(trial));
      }
    }
    String words =
        all.stream().map(reached -> reached.words(score)).collect(Collectors.joining("; "));
    return new Finding(words, all.stream().allMatch(reached -> reached.score >= mark));
  }

  private Reached best(Trial trial) {
    Reached best = new Reached(Double.NEGATIVE_INFINITY, 0, trial.planned());
    boolean goesOn = true;
    while (goesOn && best.score < mark) {
      goesOn = trial.trainTo(trial.done() + judgedEvery);
      double now = score.of(trial);
      if (now > best.score) {
        best = new Reached(now, trial.done(), trial.planned());
      }
    }
    return best;
  }

  private record Reached(double score, long ticks, long planned) {
    String words(Score kind) {
      return String.format(Locale.ROOT, "%s after %,d of %,d", kind.words(score), ticks, planned);
    }
  }
}
