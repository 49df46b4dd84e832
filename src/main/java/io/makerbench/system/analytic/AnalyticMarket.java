package io.makerbench.system.analytic;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Episode;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import io.makerbench.system.Window;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A market model to learn in. Its windows are batches of episodes, one after the other on one
 * clock: the mid goes on, the position is closed and begins anew. They are drawn by the evaluation
 * seed alone, so that every policy of every run meets the same mids and the same chances of a fill.
 */
final class AnalyticMarket implements Market {
  private static final double NS_PER_SECOND = 1e9;

  private final AnalyticConfig config;
  private final List<Window> windows;

  AnalyticMarket(AnalyticConfig config) {
    this.config = config;
    long length = stepNs() * config.steps() * config.windowEpisodes();
    windows =
        IntStream.range(0, config.evaluationWindows())
            .mapToObj(i -> new Window("b" + (i + 1), description(), i * length, (i + 1) * length))
            .toList();
  }

  private long stepNs() {
    return Math.round(config.dt() * NS_PER_SECOND);
  }

  /** All that decides what a window holds, and nothing that does not. */
  private String description() {
    String market =
        "%s mid %s sigma %s a %s k %s dt %s horizon %s max_inventory %d"
            .formatted(
                config.model(),
                config.startPrice(),
                config.sigma(),
                config.a(),
                config.k(),
                config.dt(),
                config.horizon(),
                config.maxInventory());
    String flow = config.model() == Model.AVELLANEDA_STOIKOV ? "" : " " + config.flow();
    return "%s%s seed %d episodes %d"
        .formatted(market, flow, config.evaluationSeed(), config.windowEpisodes());
  }

  @Override
  public VectorEnv training(int copies, long seed) {
    return env(
        config.actions().actions(),
        copies,
        seed,
        "training",
        Runtime.getRuntime().availableProcessors());
  }

  private ModelEnv env(QuoteActions quotes, int copies, long seed, String purpose, int threads) {
    return switch (config.model()) {
      case AVELLANEDA_STOIKOV ->
          new AvellanedaStoikovEnv(config, quotes, copies, seed, purpose, threads);
      case POISSON, HAWKES, ZERO_INTELLIGENCE, QUEUE_REACTIVE ->
          new FlowEnv(config, quotes, copies, seed, purpose, threads);
    };
  }

  @Override
  public String observationFingerprint() {
    String more =
        config.model() == Model.AVELLANEDA_STOIKOV
            ? ""
            : ", spread × %s, imbalance, recent sells and buys fading at %s / s"
                .formatted(config.k(), config.flow().beta());
    return "%s: time left of %s s, position of %d%s"
        .formatted(config.model(), config.horizon(), config.maxInventory(), more);
  }

  @Override
  public String observationFacts() {
    return "{}";
  }

  @Override
  public List<Window> evaluationWindows() {
    return windows;
  }

  @Override
  public Space actionSpace() {
    return config.actions().actions().space();
  }

  @Override
  public List<String> observationNames() {
    return config.model() == Model.AVELLANEDA_STOIKOV
        ? List.of("time left", "position")
        : List.of("time left", "position", "spread", "imbalance", "recent sells", "recent buys");
  }

  @Override
  public List<String> actionNames() {
    return config.actions().names();
  }

  @Override
  public int observationWidth() {
    return config.model() == Model.AVELLANEDA_STOIKOV ? AvellanedaStoikovEnv.WIDTH : FlowCopy.WIDTH;
  }

  @Override
  public double inventoryLimit() {
    return config.maxInventory();
  }

  /** Known where fills come at the rates A·e^(−kδ), and not too much to reckon. */
  @Override
  public double optimalValue(Window window) {
    boolean described = config.flow().calibration() == null;
    boolean exponential =
        config.model() == Model.AVELLANEDA_STOIKOV || config.model() == Model.POISSON && described;
    CarteaJaimungalPenalva optimum = Baseline.cjp(config);
    return exponential && optimum.isReckonable()
        ? config.windowEpisodes() * optimum.value(0, 0)
        : Double.NaN;
  }

  @Override
  public List<String> baselines() {
    return Baseline.names();
  }

  @Override
  public Policy baseline(String name) {
    return Baseline.policy(name, config, observationWidth());
  }

  @Override
  public Episode run(Policy policy, Window window) {
    if (!windows.contains(window)) {
      throw new InputException(
          "There is no window " + window.name() + " in this evaluation: " + windows);
    }
    QuoteActions quotes =
        policy instanceof QuotesPolicy
            ? new QuoteActions.Depths(Quotes.NONE)
            : config.actions().actions();
    ModelEnv env = env(quotes, 1, config.evaluationSeed(), "evaluation " + window.name(), 1);
    return record(policy, window, quotes, env);
  }

  private Episode record(Policy policy, Window window, QuoteActions quotes, ModelEnv env) {
    EpisodeRecorder recorder = new EpisodeRecorder(config, quotes, env, window.startNs(), stepNs());
    Actions actions = Actions.of(env.actionSpace(), 1);
    Transitions transitions = new Transitions(1, env.observationSpace().width());
    env.reset(transitions.observations);
    for (int episode = 0; episode < config.windowEpisodes(); episode++) {
      policy.begin(0);
      for (int step = 0; step < config.steps(); step++) {
        policy.act(transitions.observations, 1, actions);
        recorder.decided(actions);
        env.step(actions, transitions);
        recorder.stepped(transitions);
      }
    }
    return recorder.episode(policy.name(), window.name());
  }

  @Override
  public void close() {
    // nothing is held
  }
}
