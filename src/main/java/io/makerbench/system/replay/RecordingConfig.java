package io.makerbench.system.replay;

import io.makerbench.config.Key;
import io.makerbench.system.Interval;
import io.makerbench.system.RecordingPlan;
import io.makerbench.system.RecordingSource;
import io.makerbench.tape.SyntheticConfig;
import java.util.List;
import java.util.stream.Stream;

/** Which recordings are replayed. */
public record RecordingConfig(
    @Key(
            help =
                "Kind of recording: files of the data location (tardis; also LOBSTER archives, with"
                    + " the market nasdaq), tapes by path, or a generated one (synthetic).",
            fallback = "\"tardis\"")
        RecordingSource.Dataset dataset,
    @Key(help = "Venue, as in the recordings' file names.", fallback = "\"binance-futures\"")
        String market,
    @Key(help = "Instrument, as in the recordings' file names.", fallback = "\"BTCUSDT\"")
        String product,
    @Key(help = "Paths of tapes, for the dataset tape.", fallback = "[]") List<String> tapes,
    @Key(
            help =
                "Stretches to learn on, UTC. Empty: the first part of the recording, up to the"
                    + " evaluation.",
            fallback = "[]")
        List<Interval> intervals,
    @Key(
            help =
                "Stretches to be judged on, UTC; none may overlap a stretch to learn on. Empty: the"
                    + " last evaluation_share of the recording, after the stretches to learn on.",
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
            help = "Share of the recording kept for evaluation where no intervals are given.",
            fallback = "0.4",
            min = 0.01,
            max = 0.99)
        double evaluationShare,
    @Key(help = "Settings of the generated recording.") SyntheticConfig synthetic) {

  /** Where the recordings come from. */
  RecordingSource source() {
    return new RecordingSource(dataset, market, product, List.of(), tapes, synthetic);
  }

  /** What is to be learned on and judged on. */
  RecordingPlan.Wish wish() {
    return new RecordingPlan.Wish(
        "recording.", intervals, evaluationIntervals, evaluationWindows, evaluationShare);
  }

  /** All stretches named. */
  List<Interval> stretches() {
    return Stream.concat(intervals.stream(), evaluationIntervals.stream()).toList();
  }
}
