package io.makerbench.flow;

import io.makerbench.random.RandomStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * A tape beside the models that were calibrated on it.
 *
 * @param tape facts of the tape
 * @param models facts of each model, by name
 * @param distances distance of each model to the tape by fact, and under {@value #HALVES} that of
 *     the tape's first half to its second: what chance and change in time alone amount to
 */
public record GoodnessOfFit(
    StylisedFacts tape,
    SequencedMap<String, StylisedFacts> models,
    SequencedMap<String, SequencedMap<String, SampleDistance>> distances) {
  /** Name under which the distances within the tape stand. */
  public static final String HALVES = "tape halves";

  private static final double SHORTEST_SECONDS = 600;
  private static final double LONGEST_SECONDS = 3600;

  /** The series that are compared, by name with unit. */
  static final SequencedMap<String, Function<StylisedFacts, double[]>> SERIES = series();

  private static SequencedMap<String, Function<StylisedFacts, double[]>> series() {
    SequencedMap<String, Function<StylisedFacts, double[]>> all = new LinkedHashMap<>();
    all.put("returns_ticks", StylisedFacts::returnsTicks);
    all.put("spreads_ticks", StylisedFacts::spreadsTicks);
    all.put("gaps_seconds", StylisedFacts::gapsSeconds);
    all.put("market_lots", StylisedFacts::marketLots);
    return all;
  }

  /**
   * Runs every model for the tape's length, but at least ten minutes and at most an hour.
   *
   * @param mid middle price to start at, ticks
   */
  static GoodnessOfFit of(
      StylisedFacts tape, Map<String, OrderFlowModel> models, double mid, long seed) {
    SequencedMap<String, StylisedFacts> made = new LinkedHashMap<>();
    SequencedMap<String, SequencedMap<String, SampleDistance>> distances = new LinkedHashMap<>();
    RandomStream random = RandomStream.named(seed, "goodness of fit", 0);
    distances.put(HALVES, halves(tape, random));
    double seconds = Math.clamp(tape.seconds(), SHORTEST_SECONDS, LONGEST_SECONDS);
    models.forEach((name, model) -> {
      StylisedFacts facts = run(model, mid, seconds, RandomStream.named(seed, name, 0));
      made.put(name, facts);
      distances.put(name, between(tape, facts, random));
    });
    return new GoodnessOfFit(tape, made, distances);
  }

  private static StylisedFacts run(
      OrderFlowModel model, double mid, double seconds, RandomStream random) {
    FactsRecorder recorder = new FactsRecorder();
    ModelRun.observe(model.start(mid, random), seconds, recorder);
    return recorder.facts(seconds);
  }

  private static SequencedMap<String, SampleDistance> between(
      StylisedFacts tape, StylisedFacts model, RandomStream random) {
    SequencedMap<String, SampleDistance> all = new LinkedHashMap<>();
    SERIES.forEach((name, series) ->
        all.put(name, SampleDistance.of(series.apply(tape), series.apply(model), random)));
    return all;
  }

  private static SequencedMap<String, SampleDistance> halves(
      StylisedFacts tape, RandomStream random) {
    SequencedMap<String, SampleDistance> all = new LinkedHashMap<>();
    SERIES.forEach((name, series) -> {
      double[] whole = series.apply(tape);
      int middle = whole.length / 2;
      double[] first = Arrays.copyOf(whole, middle);
      double[] second = Arrays.copyOfRange(whole, middle, whole.length);
      all.put(name, SampleDistance.of(first, second, random));
    });
    return all;
  }
}
