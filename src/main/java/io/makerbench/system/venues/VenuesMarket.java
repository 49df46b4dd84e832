package io.makerbench.system.venues;

import io.makerbench.book.Contract;
import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Episode;
import io.makerbench.env.OrderFill;
import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import io.makerbench.policy.ConstantPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.system.Footage;
import io.makerbench.system.FundingPayments;
import io.makerbench.system.Latencies;
import io.makerbench.system.Market;
import io.makerbench.system.Part;
import io.makerbench.system.RecordingPlan;
import io.makerbench.system.Span;
import io.makerbench.system.TradingSystem.Place;
import io.makerbench.system.Window;
import io.makerbench.tape.BookStates;
import io.makerbench.tape.Instrument;
import io.makerbench.tape.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Recorded venues to make markets in. The passage evaluated last is kept, for its parts. */
final class VenuesMarket implements Market {
  private final List<List<Tape>> tapes;
  private final RecordingPlan<Session> plan;
  private final VenueSetup setup;
  private final Observation observation;
  private @Nullable Evaluated latest;

  /** One policy's passage through one window. */
  private record Evaluated(
      Policy policy, Window window, Passage passage, PassageRecorder recorder) {}

  VenuesMarket(VenuesConfig config, List<List<Tape>> tapes, Place place, long seed) {
    this.tapes = tapes;
    List<MarketTerms> terms = new ArrayList<>();
    List<Latencies> latencies = new ArrayList<>();
    List<FundingPayments> funding = new ArrayList<>();
    for (int m = 0; m < tapes.size(); m++) {
      Instrument instrument = common(m, tapes.get(m));
      MarketConfig market = config.markets().get(m);
      String key = "markets[" + m + "]";
      String name = ownName(instrument.exchange() + " " + instrument.symbol(), terms);
      terms.add(MarketTerms.of(key, name, market, instrument));
      latencies.add(new Latencies(key, market.orderLatency(), market.feedLatency(), place, seed));
      funding.add(FundingPayments.of(market.contract(), market.funding(), place));
    }
    QuoteMenu menu = QuoteMenu.of(tapes.size(), config.quoteOffsets());
    setup =
        new VenueSetup(
            config, List.copyOf(terms), List.copyOf(latencies), List.copyOf(funding), menu);
    observation = new Observation(setup);
    plan = RecordingPlan.of(config.wish(), Session.of(tapes), Session::name);
    plan.evaluation().values().forEach(this::requireWakeUps);
  }

  /** The second market of a name is called so, as with the same recording on other terms. */
  private static String ownName(String name, List<MarketTerms> others) {
    String own = name;
    for (int i = 2; isTaken(own, others); i++) {
      own = name + " " + i;
    }
    return own;
  }

  private static boolean isTaken(String name, List<MarketTerms> others) {
    return others.stream().anyMatch(other -> other.name().equals(name));
  }

  private static Instrument common(int market, List<Tape> tapes) {
    Instrument first = tapes.getFirst().instrument();
    for (Tape tape : tapes) {
      if (!tape.instrument().equals(first)) {
        throw new InputException(
            "markets["
                + market
                + "]: the tapes "
                + tapes.getFirst().path()
                + " and "
                + tape.path()
                + " are of different instruments ("
                + first
                + ", "
                + tape.instrument()
                + "); replay them in separate runs.");
      }
    }
    return first;
  }

  private void requireWakeUps(Span<Session> stretch) {
    if (Passage.wakeUps(stretch, Passage.interval(setup.config())) < 2) {
      throw new InputException(
          stretch
              + " is too short for two wake-ups; take a longer interval, fewer windows or a shorter"
              + " wake_interval_millis.");
    }
  }

  @Override
  public VectorEnv training(int copies, long seed) {
    return training(copies, Runtime.getRuntime().availableProcessors());
  }

  VectorEnv training(int copies, int mostThreads) {
    if (plan.training().isEmpty()) {
      throw new InputException(
          "intervals: there is nothing to learn on before the evaluation; name intervals to train"
              + " on, or lower evaluation_share.");
    }
    plan.training().forEach(this::requireWakeUps);
    return new VenuesEnv(setup, observation, plan.training(), copies, mostThreads);
  }

  @Override
  public String observationFingerprint() {
    return observation.words();
  }

  /** Nothing is fitted: observations are scaled by constants. */
  @Override
  public String observationFacts() {
    return "{}";
  }

  @Override
  public Space actionSpace() {
    return new Space.Discrete(setup.menu().choices());
  }

  @Override
  public List<String> observationNames() {
    return observation.names();
  }

  @Override
  public List<String> actionNames() {
    List<String> markets = setup.terms().stream().map(MarketTerms::name).toList();
    return IntStream.range(0, setup.menu().choices())
        .mapToObj(action -> setup.menu().name(action, markets))
        .toList();
  }

  @Override
  public int observationWidth() {
    return observation.width();
  }

  @Override
  public List<Window> evaluationWindows() {
    if (plan.evaluation().isEmpty()) {
      throw new InputException(
          "intervals reach to the end of the recordings: nothing is left to be judged on. Name"
              + " evaluation_intervals, shorten intervals, or set evaluation.enabled to false.");
    }
    return List.copyOf(plan.evaluation().keySet());
  }

  @Override
  public List<Part> parts(Window window) {
    if (tapes.size() == 1) {
      return List.of();
    }
    Session session = span(window).on();
    return IntStream.range(0, tapes.size()).mapToObj(m -> part(window, session, m)).toList();
  }

  private Part part(Window whole, Session session, int market) {
    MarketTerms terms = setup.terms().get(market);
    // w1_2024-08-08T23-57-42 has the part "w1 binance_BTCUSDT": lists show the beginning of names.
    String number = whole.name().substring(0, whole.name().indexOf('_'));
    String name = number + " " + terms.fileName();
    String tape = String.valueOf(session.tapes().get(market).path().getFileName());
    Window window = new Window(name, tape, whole.startNs(), whole.endNs());
    return new Part(terms.name(), window, limit(terms));
  }

  /** The largest position in base currency, where the price does not matter to it. */
  private static double limit(MarketTerms terms) {
    return terms.contract().kind() == Contract.Kind.LINEAR
        ? terms.base(terms.maxLots(), 1)
        : Double.NaN;
  }

  @Override
  public double inventoryLimit() {
    return tapes.size() == 1 ? limit(setup.terms().getFirst()) : Double.NaN;
  }

  private Span<Session> span(Window window) {
    Span<Session> span = plan.evaluation().get(window);
    if (span == null) {
      throw new InputException(
          "There is no window " + window.name() + " in this evaluation: " + evaluationWindows());
    }
    return span;
  }

  /** The window a part belongs to, or the window itself. */
  private Window whole(Window window) {
    return plan.evaluation().containsKey(window)
        ? window
        : evaluationWindows().stream()
            .filter(each -> parts(each).stream().anyMatch(part -> part.window().equals(window)))
            .findFirst()
            .orElse(window);
  }

  /** Place of the market a window shows: the first for a whole window. */
  private int market(Window window) {
    List<Window> parts = parts(whole(window)).stream().map(Part::window).toList();
    return Math.max(0, parts.indexOf(window));
  }

  @Override
  public Footage footage(Window window) {
    Tape tape = span(whole(window)).on().tapes().get(market(window));
    BookStates states = tape.states();
    return new Footage(
        tape.path(),
        states.firstReceived(window.startNs()),
        states.firstReceived(window.endNs() + 1) - 1,
        false);
  }

  @Override
  public List<String> baselines() {
    return VenuesSystem.BASELINES;
  }

  @Override
  public Policy baseline(String name) {
    return switch (name) {
      case VenuesSystem.SYMMETRIC_L1 -> new ConstantPolicy(name, setup.menu().atTheTouch());
      case VenuesSystem.REFERENCE_MAKER -> new ConstantPolicy(name, setup.menu().renewed());
      case VenuesSystem.DO_NOTHING -> new ConstantPolicy(name, QuoteMenu.NO_QUOTES);
      default ->
          throw new InputException(
              "There is no baseline "
                  + name
                  + " in venue-replay; there are "
                  + String.join(", ", baselines())
                  + ".");
    };
  }

  @Override
  public synchronized Episode run(Policy policy, Window window) {
    Window whole = whole(window);
    Evaluated done = evaluated(policy, whole);
    return whole.equals(window)
        ? done.recorder.whole(policy.name(), window.name())
        : done.recorder.market(done.passage.venues[market(window)], policy.name(), window.name());
  }

  @Override
  public synchronized List<OrderFill> orderFills(Policy policy, Window window) {
    return evaluated(policy, whole(window)).passage.venues[market(window)].orderFills();
  }

  private Evaluated evaluated(Policy policy, Window whole) {
    Evaluated kept = latest;
    if (kept != null && kept.policy == policy && kept.window.equals(whole)) {
      return kept;
    }
    Evaluated done = pass(policy, whole, span(whole));
    latest = done;
    return done;
  }

  private Evaluated pass(Policy policy, Window whole, Span<Session> span) {
    int wakeUps = Passage.wakeUps(span, Passage.interval(setup.config()));
    PassageRecorder recorder = new PassageRecorder(setup, wakeUps);
    Passage passage = new Passage(span.on(), setup, recorder);
    float[] state = new float[observation.width()];
    Actions actions = Actions.of(actionSpace(), 1);
    passage.begin(span);
    policy.begin(0);
    while (!passage.over()) {
      observation.write(passage, state, 0);
      policy.act(state, 1, actions);
      passage.act(actions.discrete[0]);
      recorder.wakeUp(passage, actions.discrete[0], true);
      passage.advance();
    }
    recorder.wakeUp(passage, actions.discrete[0], false);
    return new Evaluated(policy, whole, passage, recorder);
  }

  @Override
  public void close() {
    tapes.forEach(market -> market.forEach(Tape::close));
  }
}
