package io.makerbench.report;

import io.makerbench.evaluate.Interval;
import io.makerbench.evaluate.PairedT;
import io.makerbench.evaluate.Pairing;
import io.makerbench.evaluate.Wilcoxon;
import java.util.ArrayList;
import java.util.List;

/** The paired statistics of one comparison in words. */
public final class Verdict {
  /** Chance of a false alarm that is accepted. */
  private static final double LEVEL = 0.05;

  private Verdict() {}

  /** One sentence that says whether the agent earned more. */
  public static String headline(String agent, Pairing pairing) {
    PairedT test = pairing.test();
    String by = Figures.number(Math.abs(test.mean())) + " quote a window";
    String earned =
        test.mean() == 0
            ? "%s earned as much as %s".formatted(agent, pairing.baseline())
            : "%s earned %s %s than %s"
                .formatted(agent, by, test.mean() > 0 ? "more" : "less", pairing.baseline());
    return earned + ", " + weight(test) + ".";
  }

  private static String weight(PairedT test) {
    if (Double.isNaN(test.p())) {
      return test.n() < 2
          ? "on a single window, from which nothing can be concluded"
          : "and the differences do not vary, so no test applies";
    }
    return test.p() < LEVEL
        ? "a difference that chance alone would rarely give (p " + Figures.p(test.p()) + ")"
        : "a difference that chance alone could give (p " + Figures.p(test.p()) + ")";
  }

  /** The statistics, a sentence each. */
  public static List<String> sentences(String agent, Pairing pairing) {
    List<String> sentences = new ArrayList<>();
    PairedT t = pairing.test();
    sentences.add(
        "Over %s the mean difference is %s quote, with standard deviation %s (n − 1)."
            .formatted(pairs(pairing), Figures.signed(t.mean()), Figures.number(t.sd())));
    if (!Double.isNaN(t.p())) {
      sentences.add(
          "%s: t = %s, two-sided p %s; 95 %% interval of the mean %s."
              .formatted(
                  seeds(pairing) > 1
                      ? "Paired t test in which windows and seeds both vary"
                      : "Paired t test",
                  Figures.number(t.t()),
                  Figures.p(t.p()),
                  Figures.interval(new Interval(t.low(), t.high()))));
      sentences.add(
          "Resampling the pairs gives %s.".formatted(Figures.interval(pairing.bootstrap())));
    }
    sentences.add(wilcoxon(agent, pairing.wilcoxon()));
    sentences.add(
        "%s earned more in %d of %d %s; its windows beat the baseline's with probability %s; the interquartile mean difference is %s."
            .formatted(
                agent,
                pairing.windows().stream().filter(w -> w.difference() > 0).count(),
                t.n(),
                seeds(pairing) > 1 ? "pairs" : "windows",
                Figures.fixed(pairing.probabilityOfImprovement(), 2),
                Figures.signed(pairing.interquartileMean())));
    sentences.add(
        "Mean trades a window: %s against %s."
            .formatted(
                Figures.number(pairing.agentMeanFills()),
                Figures.number(pairing.baselineMeanFills())));
    return sentences;
  }

  private static int seeds(Pairing pairing) {
    return pairing.seeds() == null ? 1 : pairing.seeds();
  }

  private static String pairs(Pairing pairing) {
    int n = pairing.test().n();
    int seeds = seeds(pairing);
    return seeds > 1
        ? "%d pairs (%d windows × %d seeds)".formatted(n, n / seeds, seeds)
        : n + " paired windows";
  }

  private static String wilcoxon(String agent, Wilcoxon test) {
    String zeros = test.zeros() == 0 ? "" : ", %d equal pairs dropped".formatted(test.zeros());
    return "Wilcoxon signed rank (one-sided: %s greater): W = %s, p %s, %s%s."
        .formatted(
            agent,
            Figures.number(test.w()),
            Figures.p(test.p()),
            test.exact() ? "exact" : "normal approximation",
            zeros);
  }
}
