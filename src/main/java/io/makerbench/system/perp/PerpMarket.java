package io.makerbench.system.perp;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Episode;
import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import io.makerbench.policy.Policy;
import io.makerbench.random.RandomStream;
import io.makerbench.random.RandomWords;
import io.makerbench.system.Market;
import io.makerbench.system.RewardTerm;
import io.makerbench.system.Trajectories;
import io.makerbench.system.Window;
import io.makerbench.system.perp.engine.VenueConfig;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Perpetual venues to make markets on. A window is an episode whose seed is drawn from the
 * evaluation seed alone, so that every policy of every run meets the same books, chances and
 * events.
 */
final class PerpMarket implements Market {
  private static final long NS_PER_MILLI = 1_000_000;

  private final PerpConfig config;
  private final Histories histories;
  private final Observation observation;
  private final List<String> venues;
  private final List<Window> windows;

  PerpMarket(PerpConfig config) {
    this(config, Histories.NONE);
  }

  PerpMarket(PerpConfig config, Histories histories) {
    this.config = config;
    this.histories = histories;
    venues = config.venues().stream().map(VenueConfig::name).toList();
    observation = Observation.of(config);
    long length = NS_PER_MILLI * config.stepMillis() * config.maxTicks();
    windows =
        IntStream.range(0, config.evaluationWindows())
            .mapToObj(i -> new Window("e" + (i + 1), description(), i * length, (i + 1) * length))
            .toList();
  }

  /** All that decides what a window holds, and nothing that does not. */
  private String description() {
    String made = made();
    return config.histories().any() ? made + " " + config.histories() : made;
  }

  private String made() {
    return "%s %s %s venues %s eta %s vol_ref %s loss_limit %s q0 %s %s %s %s step %d ms x %d seed %d"
        .formatted(
            config.mode(),
            config.randomisation(),
            config.profile(),
            config.venues(),
            config.eta(),
            config.volRef(),
            config.lossLimit(),
            config.initialPosition(),
            config.price(),
            config.fills(),
            config.shocks(),
            config.stepMillis(),
            config.maxTicks(),
            config.evaluationSeed());
  }

  @Override
  public VectorEnv training(int copies, long seed) {
    long[] keys = RandomWords.keys(seed, "perp training", copies);
    return new PerpEnv(
        config,
        histories,
        copies,
        (copy, episode) -> RandomWords.word(keys[copy], episode),
        Runtime.getRuntime().availableProcessors());
  }

  @Override
  public String observationFingerprint() {
    return "perp observation %d of %d venues, %s"
        .formatted(
            config.obsVersion(), venues.size(), config.scaledObservations() ? "scaled" : "raw");
  }

  @Override
  public String observationFacts() {
    return "{}";
  }

  @Override
  public List<Window> evaluationWindows() {
    EpisodeRoom.requireForEvaluation(config);
    return windows;
  }

  @Override
  public int observationWidth() {
    return observation.width();
  }

  @Override
  public Space actionSpace() {
    return ActionCode.space(venues.size());
  }

  @Override
  public List<String> observationNames() {
    return observation.names(venues);
  }

  @Override
  public List<String> actionNames() {
    return ActionCode.names(venues);
  }

  @Override
  public List<RewardTerm> rewardTerms(Episode episode) {
    return Arrays.stream(RewardPart.values())
        .flatMap(part ->
            episode.series("", part.series()).stream()
                .map(values -> new RewardTerm(part.words(), values)))
        .toList();
  }

  /** The limit is on worth and moves with volatility: there is none in base currency. */
  @Override
  public double inventoryLimit() {
    return Double.NaN;
  }

  @Override
  public List<String> baselines() {
    return Baseline.names();
  }

  @Override
  public Policy baseline(String name) {
    return Baseline.policy(name, observation);
  }

  @Override
  public Trajectories trajectories(Path dataset) {
    return DatasetReader.read(config, dataset);
  }

  @Override
  public double recorded(double number, int index) {
    return ActionCode.published((float) number, index, venues.size());
  }

  @Override
  public List<String> remarks() {
    return histories.remarks();
  }

  @Override
  public Map<String, String> conditions() {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put("mode", config.mode().toString().toLowerCase(Locale.ROOT));
    conditions.put("preset", config.randomisation().toString().toLowerCase(Locale.ROOT));
    conditions.put("max_ticks", Integer.toString(config.maxTicks()));
    return conditions;
  }

  @Override
  public Episode run(Policy policy, Window window) {
    int index = windows.indexOf(window);
    if (index < 0) {
      throw new InputException(
          "There is no window " + window.name() + " in this evaluation: " + windows);
    }
    long seed = RandomStream.named(config.evaluationSeed(), "perp evaluation", index).nextLong();
    Simulation simulation = new Simulation(config, histories, 1);
    simulation.begin(0, seed);
    EpisodeRecorder recorder = new EpisodeRecorder(config, window, simulation);
    play(policy, simulation, recorder);
    return recorder.episode(policy.name());
  }

  private void play(Policy policy, Simulation simulation, EpisodeRecorder recorder) {
    float[] seen = new float[observation.width()];
    Actions actions = Actions.of(actionSpace(), 1);
    policy.begin(0);
    for (int tick = 1; tick <= config.maxTicks(); tick++) {
      observation.write(simulation.copies(), 0, seen);
      policy.act(seen, 1, actions);
      recorder.decided();
      recorder.stepped(simulation.step(0, tick, actions.continuous));
      if (simulation.copies().desks().isKilled(0)) {
        return;
      }
    }
  }

  @Override
  public void close() {
    // nothing is held
  }
}
