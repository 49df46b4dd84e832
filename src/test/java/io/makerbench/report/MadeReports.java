package io.makerbench.report;

import io.makerbench.env.Episode;
import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.MadeEpisodes;
import io.makerbench.evaluate.Metrics;
import io.makerbench.learn.watch.Finding;
import io.makerbench.learn.watch.FindingKind;
import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes inputs of reports for tests. */
final class MadeReports {
  private static final double LIMIT = 0.001;

  private MadeReports() {}

  /** Three policies in a number of windows of this many ticks, with training curves. */
  static ReportInput make(int windows, int ticks) {
    List<Episode> episodes = new ArrayList<>();
    for (int w = 1; w <= windows; w++) {
      String window = "2024-08-08 %02d.00".formatted(w);
      episodes.add(MadeEpisodes.make("do_nothing", window, w, ticks, 0));
      episodes.add(MadeEpisodes.make("dqn", window, w, ticks, 0.03));
      episodes.add(MadeEpisodes.make("symmetric_l1", window, w, ticks, 0.08));
    }
    List<Metrics> metrics = episodes.stream().map(e -> Metrics.of(e, LIMIT, Double.NaN)).toList();
    return of("DQN on <BTCUSDT> & friends", episodes, metrics, Comparison.of("dqn", metrics, 42));
  }

  static ReportInput of(
      String title,
      List<Episode> episodes,
      List<Metrics> metrics,
      @Nullable Comparison comparison) {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put("Version", "0.1.0");
    facts.put("Seed", "42");
    facts.put("Machine", "AMD EPYC, 2 cores, Linux 6.1");
    return new ReportInput(
        title,
        "dqn",
        "makerbench run configs/quickstart.json --set seed=42",
        "{\"label\": \"quick <start>\", \"seed\": 42}",
        facts,
        List.of(curve("reward", 0.2), curve("loss", -0.1), curve("epsilon", -0.5)),
        List.of(
            new Finding(
                120_000,
                90_000,
                FindingKind.COLLAPSED_POLICY,
                "The policy took action 2 in 99.0 % of 800 decisions.",
                "Try ppo.ent_coef=0.01 (it is 0).")),
        episodes,
        metrics,
        List.of(),
        comparison,
        null,
        3,
        List.of("Trained on 2024-07-18 & 19."),
        EnumSet.allOf(ReportPart.class));
  }

  private static Curve curve(String name, double drift) {
    RandomStream random = RandomStream.named(1, name, 0);
    int n = 400;
    double[] step = IntStream.range(0, n).mapToDouble(i -> 1000.0 * i).toArray();
    double[] value =
        IntStream.range(0, n)
            .mapToDouble(i -> drift * Math.sqrt(i) + random.nextGaussian())
            .toArray();
    value[3] = Double.NaN;
    return new Curve(name, name, step, value);
  }
}
