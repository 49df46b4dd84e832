package io.makerbench.system.venues;

import io.makerbench.config.InputException;
import io.makerbench.config.Key;
import io.makerbench.system.Interval;
import io.makerbench.system.RecordingPlan;
import java.util.List;
import java.util.stream.Stream;

/** The section of a configuration that the replay of one or several venues defines. */
public record VenuesConfig(
    @Key(
            help =
                "Markets to quote in at once, on one clock. Money is the quote currency of the"
                    + " first, and the same in all of them.",
            fallback = "[{}]")
        List<MarketConfig> markets,
    @Key(
            help = "Time between two wake-ups; at each the policy sees all markets and decides.",
            unit = "ms",
            fallback = "100",
            min = 0.001,
            max = 3.6e6)
        double wakeIntervalMillis,
    @Key(
            help =
                "Stretches to learn on, UTC. Empty: the first part of the recordings, up to the"
                    + " evaluation.",
            fallback = "[]")
        List<Interval> intervals,
    @Key(
            help =
                "Stretches to be judged on, UTC; none may overlap a stretch to learn on. Empty: the"
                    + " last evaluation_share of the recordings, after the stretches to learn on.",
            fallback = "[]")
        List<Interval> evaluationIntervals,
    @Key(
            help = "Equal windows each evaluation interval is cut into.",
            unit = "windows",
            fallback = "1",
            min = 1,
            max = 1000)
        int evaluationWindows,
    @Key(
            help =
                "Share of the recordings kept for evaluation where no intervals are given; 1 leaves"
                    + " nothing to learn on.",
            fallback = "0.4",
            min = 0.01,
            max = 1)
        double evaluationShare,
    @Key(
            help =
                "Distances from the touch that a learning policy may quote at, on each side of each"
                    + " market, beside not quoting; 0 joins the touch, a negative one improves it.",
            unit = "ticks",
            fallback = "[0]",
            min = -1000,
            max = 1000)
        List<Integer> quoteOffsets,
    @Key(
            help = "Penalty on the squared position, as a share of max_inventory.",
            unit = "bps/s",
            fallback = "0.04",
            min = 0)
        double inventoryPenalty,
    @Key(help = "Cash at the start, all markets together.", unit = "quote", fallback = "1000")
        double initialCash) {
  public VenuesConfig {
    if (markets.isEmpty()) {
      throw new InputException("markets is empty; name at least one market.");
    }
    QuoteMenu.of(markets.size(), quoteOffsets); // says what is wrong with them
  }

  /** What is to be learned on and judged on. */
  RecordingPlan.Wish wish() {
    return new RecordingPlan.Wish(
        "", intervals, evaluationIntervals, evaluationWindows, evaluationShare);
  }

  /** All stretches named. */
  List<Interval> stretches() {
    return Stream.concat(intervals.stream(), evaluationIntervals.stream()).toList();
  }
}
