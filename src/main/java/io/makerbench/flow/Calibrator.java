package io.makerbench.flow;

import io.makerbench.config.InputException;
import io.makerbench.tape.Instrument;
import io.makerbench.tape.Tape;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the parameters of order-flow models from one pass over a tape, and holds the models
 * against it. Heap use does not grow with the tape.
 */
public final class Calibrator {
  /** Sampling step the models' volatility is taken at where the tape is long enough. */
  private static final double VOLATILITY_STEP_SECONDS = 1;

  private static final int FEWEST_ORDERS_A_SIDE = 10;

  /** Decay in a step of the clock beyond which the clock does not show it. */
  private static final double FASTEST_DECAY = 0.5;

  private final FlowRecord record;
  private final Calibration.Subject subject;
  private final Set<FlowModelName> wanted;
  private final long seed;

  private Calibrator(
      FlowRecord record, Calibration.Subject subject, Set<FlowModelName> wanted, long seed) {
    this.record = record;
    this.subject = subject;
    this.wanted = wanted.isEmpty() ? EnumSet.allOf(FlowModelName.class) : wanted;
    this.seed = seed;
  }

  /**
   * A calibration and how well it fits.
   *
   * @param calibration the parameters
   * @param goodness tape and models side by side
   * @param arrivals market orders the Hawkes processes are fitted to
   */
  public record Outcome(Calibration calibration, GoodnessOfFit goodness, Arrivals arrivals) {}

  /**
   * Calibrates models on a tape.
   *
   * @param models names of the models; all that the tape allows where empty
   * @throws InputException when the tape holds no book or no trades, or not what a named model
   *     needs
   */
  public static Outcome calibrate(Tape tape, Set<FlowModelName> models, long seed) {
    FlowRecord record = new FlowRecord();
    double seconds = TapeFlow.replay(tape, seed, record.observer());
    if (!(seconds > 0) || record.arrivals.seen() == 0) {
      throw new InputException(
          "Nothing can be calibrated on the tape "
              + tape.path()
              + ": it needs a book, and trades after the first book with two sides.");
    }
    Outcome outcome =
        new Calibrator(record, subject(tape, seconds, record), models, seed).outcome();
    for (FlowModelName name : models) {
      if (outcome.calibration().models().model(name) == null) {
        throw new InputException(
            "The tape %s does not hold what the model %s needs. %s"
                .formatted(tape.path(), name, String.join(" ", outcome.calibration().notes())));
      }
    }
    return outcome;
  }

  private static Calibration.Subject subject(Tape tape, double seconds, FlowRecord record) {
    Instrument instrument = tape.instrument();
    return new Calibration.Subject(
        instrument.exchange(),
        instrument.symbol(),
        instrument.priceStep(),
        instrument.sizeStep(),
        seconds,
        record.arrivals.seen(),
        TapeFlow.clockStepSeconds(tape),
        record.mid());
  }

  /** Calibrates all models on a run of one of them, to see whether they find themselves again. */
  static Outcome calibrate(SimulatedFlow flow, double seconds, long seed) {
    FlowRecord record = new FlowRecord();
    ModelRun.observe(flow, seconds, record.observer());
    Calibration.Subject subject =
        new Calibration.Subject(
            "model", "model", 1, 1, seconds, record.arrivals.seen(), 0, record.mid());
    return new Calibrator(record, subject, Set.of(), seed).outcome();
  }

  private Outcome outcome() {
    double seconds = subject.seconds();
    Arrivals arrivals = record.arrivals.arrivals(seconds);
    Calibration calibration = calibration(arrivals);
    GoodnessOfFit goodness =
        GoodnessOfFit.of(
            record.facts.facts(seconds), byName(calibration.models()), subject.mid(), seed);
    return new Outcome(calibration, goodness, arrivals);
  }

  private Calibration calibration(Arrivals arrivals) {
    List<Volatility> volatilities = record.volatility.estimates();
    Volatility used = used(volatilities);
    FillIntensity reach = record.intensity.estimate(subject.seconds());
    Arrivals sided = arrivals.sided();
    boolean enough = Math.min(sided.count(1), sided.count(-1)) >= FEWEST_ORDERS_A_SIDE;
    HawkesFit hawkes = enough ? HawkesFit.of(arrivals.times(), arrivals.seconds()) : null;
    MutualHawkesFit mutual = hawkes == null ? null : MutualHawkesFit.of(sided, hawkes);
    Estimate buys = Estimate.ofRate(sided.count(1), sided.seconds());
    Estimate sells = Estimate.ofRate(sided.count(-1), sided.seconds());
    double sigma = used == null ? Double.NaN : used.sigmaTicksPerSqrtSecond().value();
    CalibratedModels calibrated = new CalibratedModels(record, subject.seconds(), sigma, reach);
    FlowModels models = calibrated.models(wanted, buys, sells, mutual);
    return new Calibration(
        subject,
        seed,
        volatilities,
        used == null ? Double.NaN : used.stepSeconds(),
        reach,
        buys,
        sells,
        enough ? residuals(new Hawkes(rate(arrivals), 0, 1), arrivals) : null,
        hawkes,
        hawkes == null ? null : residuals(hawkes.process(), arrivals),
        mutual,
        record.resting.logNormalMarketSizes(),
        record.resting.logNormalLimitSizes(),
        record.resting.limits(),
        record.resting.cancels(),
        avellanedaStoikov(used, reach),
        record.resting.limits() == 0 ? List.of() : record.resting.rates(subject.seconds()),
        record.resting.limits() == 0 ? List.of() : record.queues.rates(),
        models,
        notes(arrivals, hawkes, calibrated.notes()));
  }

  private @Nullable AvellanedaStoikovParameters avellanedaStoikov(
      @Nullable Volatility used, @Nullable FillIntensity reach) {
    return used == null || reach == null
        ? null
        : new AvellanedaStoikovParameters(
            used.sigmaTicksPerSqrtSecond().times(subject.tickSize()),
            reach.aPerSecond(),
            reach.kPerTick().times(1 / subject.tickSize()));
  }

  private List<String> notes(Arrivals arrivals, @Nullable HawkesFit hawkes, List<String> ofModels) {
    List<String> notes = new ArrayList<>(ofModels);
    int fitted = arrivals.times().length;
    if (fitted < record.arrivals.seen()) {
      notes.add(
          "Rates and processes of market orders rest on the first %d of %d."
              .formatted(fitted, record.arrivals.seen()));
    }
    if (hawkes != null && hawkes.beta().value() * subject.clockStepSeconds() > FASTEST_DECAY) {
      notes.add(
          "The excitement of market orders fades within a few steps of the clock: alpha and beta"
              + " are what the draws within a step made of it, and only their ratio can be"
              + " believed.");
    }
    return notes;
  }

  private static double rate(Arrivals arrivals) {
    return arrivals.times().length / arrivals.seconds();
  }

  private static KolmogorovSmirnov residuals(Hawkes process, Arrivals arrivals) {
    return KolmogorovSmirnov.againstExponential(process.residuals(arrivals.times()));
  }

  /** The longest step up to the wanted one. */
  private static @Nullable Volatility used(List<Volatility> all) {
    return all.stream()
        .filter(v -> v.stepSeconds() <= VOLATILITY_STEP_SECONDS)
        .reduce((first, last) -> last)
        .orElse(null);
  }

  private static SequencedMap<String, OrderFlowModel> byName(FlowModels models) {
    SequencedMap<String, OrderFlowModel> all = new LinkedHashMap<>();
    for (FlowModelName name : FlowModelName.values()) {
      OrderFlowModel model = models.model(name);
      if (model != null) {
        all.put(name.toString(), model);
      }
    }
    return all;
  }
}
