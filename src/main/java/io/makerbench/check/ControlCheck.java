package io.makerbench.check;

import io.makerbench.evaluate.PairedT;
import io.makerbench.experiment.ExperimentConfig;
import io.makerbench.experiment.Settings;
import io.makerbench.storage.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A learner must, or must not, earn more than doing nothing where it is known what there is to
 * earn. Each seed makes a recording and a training of its own; policy and baseline meet the same
 * windows, and the interval is that of the mean of the seeds' differences.
 *
 * @param name what is offered to the learner
 * @param by who learns
 * @param outcome what must come of it
 * @param seeds seeds of recordings and trainings
 */
record ControlCheck(String name, Learner by, Outcome outcome, List<Long> seeds) implements Check {
  /** The baseline that places no order. */
  static final String NOTHING = "do_nothing";

  /** What must come of it. */
  enum Outcome {
    PROFIT("profit over doing nothing: its 95 % interval above 0") {
      @Override
      boolean isThatOf(PairedT profit) {
        return profit.low() > 0;
      }
    },
    NO_PROFIT("no profit over doing nothing: its 95 % interval not above 0") {
      @Override
      boolean isThatOf(PairedT profit) {
        return !(profit.low() > 0);
      }
    };

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    abstract boolean isThatOf(PairedT profit);
  }

  @Override
  public String learner() {
    return by.name();
  }

  @Override
  public String expectation() {
    return outcome.words;
  }

  @Override
  public Finding carryOut(Settings settings, Path configs) {
    double[] profits =
        seeds.stream().mapToDouble(seed -> profit(settings, configs, seed)).toArray();
    PairedT test = PairedT.of(profits);
    String words =
        String.format(
            Locale.ROOT,
            "%+.5f [%+.5f, %+.5f] a window, %d seeds",
            test.mean(),
            test.low(),
            test.high(),
            test.n());
    return new Finding(words, outcome.isThatOf(test));
  }

  private double profit(Settings settings, Path configs, long seed) {
    Learner expert = by.expert();
    return expert == null
        ? profit(settings, by.config(configs, seed))
        : profitOfImitating(expert, settings, configs, seed);
  }

  private static double profit(Settings settings, ExperimentConfig config) {
    try (Trial trial = new Trial(config, settings)) {
      trial.trainTo(Long.MAX_VALUE);
      return trial.meanProfitOver(NOTHING);
    }
  }

  private double profitOfImitating(Learner expert, Settings settings, Path configs, long seed) {
    try {
      Path folder = Files.createTempDirectory("expert");
      try (Trial trial = new Trial(expert.config(configs, seed), settings)) {
        trial.trainTo(Long.MAX_VALUE);
        trial.save(folder.resolve("policy"));
        Learner pupil = by.with("cloning.expert=" + folder.resolve("policy"));
        return profit(settings, pupil.config(configs, seed));
      } finally {
        FolderTree.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The expert cannot be kept for its pupil.", e);
    }
  }
}
