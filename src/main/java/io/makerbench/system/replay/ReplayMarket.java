package io.makerbench.system.replay;

import io.makerbench.book.LatencyModel;
import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import io.makerbench.policy.ConstantPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.system.Footage;
import io.makerbench.system.FundingPayments;
import io.makerbench.system.Latencies;
import io.makerbench.system.Market;
import io.makerbench.system.RecordingPlan;
import io.makerbench.system.RewardTerm;
import io.makerbench.system.Span;
import io.makerbench.system.TradingSystem.Place;
import io.makerbench.system.Window;
import io.makerbench.tape.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Recorded books to make a market on. Training stretches are prepared when they are first needed
 * and kept; windows are prepared anew for each run.
 */
final class ReplayMarket implements Market {
  private static final double NS_PER_SECOND = 1e9;

  private final ReplayConfig config;
  private final List<Tape> tapes;
  private final Latencies latencies;
  private final FundingPayments funding;
  private final RecordingPlan<MarketClock> plan;
  private final Terms terms;
  private final Observation observation;
  private @Nullable Scaling scaling;
  private Stretch @Nullable [] training;

  ReplayMarket(
      ReplayConfig config, List<Tape> tapes, Place place, long seed, @Nullable String facts) {
    this.config = config;
    this.tapes = tapes;
    SimulatorConfig simulator = config.simulator();
    terms = TapeTerms.of(config, tapes);
    latencies =
        new Latencies("simulator", simulator.orderLatency(), simulator.feedLatency(), place, seed);
    funding = FundingPayments.of(simulator.contract(), simulator.funding(), place);
    plan =
        RecordingPlan.of(
            config.recording().wish(),
            clocks().stream()
                .map(MarketClock::whole)
                .sorted(Comparator.comparingLong(Span::startNs))
                .toList(),
            clock -> String.valueOf(clock.tape().path().getFileName()));
    // A trained policy carries its scaling, so that nothing to fit on is needed beside it.
    observation = Observation.of(config, facts != null || !plan.training().isEmpty());
    observation.requireDepth(tapes, config.simulator().depth());
    plan.evaluation().values().forEach(span -> observation.requireTicks(span, config));
    scaling = facts == null ? null : observation.scalingOf(facts);
  }

  private List<MarketClock> clocks() {
    if (latencies.modelsFeed() && config.mode() == Mode.PUBLISHED) {
      throw new InputException(
          "simulator.feed_latency.source model: the mode published sees the book at exchange time;"
              + " set source to data, or mode to corrected.");
    }
    List<MarketClock> clocks = new ArrayList<>();
    for (Tape tape : tapes) {
      MarketClock clock =
          latencies.modelsFeed()
              ? MarketClock.modelled(tape, latencies.ofFeed(clocks.size()))
              : MarketClock.recorded(tape, config.mode());
      clocks.add(terms.fillRule() == FillRule.L3_FIFO ? clock.byOrder() : clock);
    }
    return clocks;
  }

  @Override
  public VectorEnv training(int copies, long seed) {
    Stretch[] stretches = trainingStretches();
    Simulation[] simulations = new Simulation[copies];
    for (int c = 0; c < copies; c++) {
      simulations[c] = simulation(stretches, travel("training", c), null);
    }
    long ticks = Arrays.stream(stretches).mapToLong(stretch -> stretch.ticks).sum();
    return new ReplayEnv(simulations, ticks, Runtime.getRuntime().availableProcessors());
  }

  private LatencyModel travel(String purpose, int copy) {
    return latencies.ofOrders(terms.latency(), purpose, copy);
  }

  private Simulation simulation(Stretch[] stretches, LatencyModel travel, @Nullable FillLog log) {
    return new Simulation(
        stretches, terms.with(travel), config.features(), config.actionTimeoutSec(), log);
  }

  private synchronized Stretch[] trainingStretches() {
    if (training == null) {
      if (plan.training().isEmpty()) {
        throw new InputException(
            "recording.intervals: there is nothing to learn on before the evaluation; name"
                + " intervals to train on.");
      }
      List<FeatureMatrix> features = trainingFeatures();
      Scaling used = scaling(features);
      Stretch[] prepared = new Stretch[features.size()];
      for (int i = 0; i < prepared.length; i++) {
        Span<MarketClock> span = plan.training().get(i);
        prepared[i] = Stretch.of(span, features.get(i), used, funding);
      }
      training = prepared;
    }
    return training;
  }

  private List<FeatureMatrix> trainingFeatures() {
    List<FeatureMatrix> features = new ArrayList<>();
    for (Span<MarketClock> span : plan.training()) {
      features.add(observation.features(span, config));
    }
    return features;
  }

  private synchronized Scaling scaling() {
    return scaling == null ? scaling(observation.fits() ? trainingFeatures() : List.of()) : scaling;
  }

  private Scaling scaling(List<FeatureMatrix> features) {
    if (scaling == null) {
      scaling = observation.scaling(features);
    }
    return scaling;
  }

  @Override
  public String observationFingerprint() {
    return observation.words();
  }

  @Override
  public String observationFacts() {
    return ObservationFacts.of(observation.words(), scaling()).json();
  }

  @Override
  public List<Window> evaluationWindows() {
    if (plan.evaluation().isEmpty()) {
      throw new InputException(
          "recording.intervals reach to the end of the recording: nothing is left to be judged on."
              + " Name evaluation_intervals, shorten intervals, or set evaluation.enabled to"
              + " false.");
    }
    return List.copyOf(plan.evaluation().keySet());
  }

  @Override
  public Footage footage(Window window) {
    return span(window).on().footage(window.startNs(), window.endNs());
  }

  private Span<MarketClock> span(Window window) {
    Span<MarketClock> span = plan.evaluation().get(window);
    if (span == null) {
      throw new InputException(
          "There is no window " + window.name() + " in this evaluation: " + evaluationWindows());
    }
    return span;
  }

  @Override
  public Space actionSpace() {
    return new Space.Discrete(QuoteGrid.ACTIONS);
  }

  @Override
  public List<String> observationNames() {
    List<String> names = new ArrayList<>();
    observation.recipes().forEach(recipe -> names.add(recipe.label()));
    names.addAll(OrderFeatures.names(config.features()));
    return names;
  }

  @Override
  public List<String> actionNames() {
    return IntStream.range(0, QuoteGrid.ACTIONS).mapToObj(QuoteGrid::name).toList();
  }

  /** Rewards within their limit are what was earned less the penalty on the position. */
  @Override
  public List<RewardTerm> rewardTerms(Episode episode) {
    double[] position = episode.inventory().clone();
    for (Fill fill : episode.fills()) {
      if (fill.squareOff()) { // is accounted after the reward of its tick
        position[fill.tick()] -= fill.side().sign() * fill.quantity();
      }
    }
    double most = terms.maxInventory() * terms.lot();
    double[] penalty = new double[episode.ticks()];
    double[] earned = episode.reward().clone();
    for (int tick = 1; tick < penalty.length; tick++) {
      double seconds = (episode.timeNs()[tick] - episode.timeNs()[tick - 1]) / NS_PER_SECOND;
      double share = position[tick] / most;
      penalty[tick] = -terms.penaltyRate() * share * share * seconds;
      earned[tick] -= penalty[tick];
    }
    return List.of(new RewardTerm("earned", earned), new RewardTerm("for the position", penalty));
  }

  @Override
  public int observationWidth() {
    return observation.recipes().size() + new OrderFeatures(config.features(), terms).width;
  }

  @Override
  public double inventoryLimit() {
    return config.simulator().maxInventory();
  }

  @Override
  public List<String> baselines() {
    return ReplaySystem.BASELINES;
  }

  @Override
  public Policy baseline(String name) {
    return switch (name) {
      case ReplaySystem.SYMMETRIC_L1 -> new ConstantPolicy(name, QuoteGrid.AT_THE_TOUCH);
      case ReplaySystem.DO_NOTHING -> new ConstantPolicy(name, QuoteGrid.NO_QUOTES);
      default ->
          throw new InputException(
              "There is no baseline "
                  + name
                  + " in lob-replay; there are "
                  + String.join(", ", baselines())
                  + ".");
    };
  }

  @Override
  public Episode run(Policy policy, Window window) {
    Span<MarketClock> span = span(window);
    Stretch stretch = Stretch.of(span, observation.features(span, config), scaling(), funding);
    EpisodeRecorder recorder =
        new EpisodeRecorder(terms, terms.rules(config.simulator()), stretch.ticks);
    boolean everyTick = config.mode() == Mode.PUBLISHED || policy.everyTick();
    Simulation simulation =
        simulation(new Stretch[] {stretch}, travel("window " + window.name(), 0), recorder);
    run(policy, simulation, recorder, everyTick);
    return recorder.episode(policy.name(), window.name());
  }

  private static void run(
      Policy policy, Simulation simulation, EpisodeRecorder recorder, boolean everyTick) {
    float[] state = new float[simulation.width()];
    Actions actions = Actions.of(new Space.Discrete(QuoteGrid.ACTIONS), 1);
    double reward = simulation.begin();
    boolean due = true;
    policy.begin(0);
    while (!simulation.over()) {
      if (due) {
        simulation.observe(state, 0);
        policy.act(state, 1, actions);
        simulation.decide(actions.discrete[0]);
      }
      recorder.tick(simulation, reward, actions.discrete[0], due);
      reward = simulation.advance();
      due = everyTick || simulation.decisionDue();
    }
    recorder.tick(simulation, reward, actions.discrete[0], false);
  }

  @Override
  public void close() {
    tapes.forEach(Tape::close);
  }
}
