package io.makerbench.experiment;

import io.makerbench.env.Episode;
import io.makerbench.env.OrderFill;
import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.Corrections;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.MarketMetrics;
import io.makerbench.evaluate.Metrics;
import io.makerbench.policy.Policy;
import io.makerbench.system.Footage;
import io.makerbench.system.Market;
import io.makerbench.system.Part;
import io.makerbench.system.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The evaluation of one run: the agent and the baselines pass through the same windows. */
final class EvaluationWork {
  private final RunFolder folder;
  private final ExperimentConfig config;
  private final Market market;
  private final Policy agent;
  private final Gate gate;
  private final Consumer<ProgressEvent> progress;
  private final EvaluationStore store;
  private final List<Metrics> metrics = new ArrayList<>();
  private final List<MarketMetrics> markets = new ArrayList<>();
  private final List<Corrections> corrections = new ArrayList<>();

  EvaluationWork(
      RunFolder folder,
      ExperimentConfig config,
      Market market,
      Policy agent,
      Gate gate,
      Consumer<ProgressEvent> progress) {
    this.folder = folder;
    this.config = config;
    this.market = market;
    this.agent = agent;
    this.gate = gate;
    this.progress = progress;
    store = new EvaluationStore(folder.evaluation());
  }

  /** Evaluates every policy on every window; false when the user stopped it. */
  boolean carryOut() {
    List<Policy> policies = policies();
    List<Window> windows = market.evaluationWindows();
    long total = (long) policies.size() * windows.size();
    long startedNanos = System.nanoTime();
    for (Policy policy : policies) {
      for (Window window : windows) {
        if (!goesOn()) {
          return false;
        }
        judge(policy, window);
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        progress.accept(
            new ProgressEvent.Progress(metrics.size(), total, "windows", metrics.size() / seconds));
      }
    }
    store.writeMetrics(metrics);
    if (!markets.isEmpty()) {
      store.writeMarkets(markets);
    }
    if (!corrections.isEmpty()) {
      store.writeCorrections(corrections);
    }
    if (policies.size() > 1) {
      store.writeComparison(Comparison.of(agent.name(), metrics, config.seed()));
    }
    Footages.write(folder, footages(windows));
    return true;
  }

  private void judge(Policy policy, Window window) {
    Metrics whole =
        Metrics.of(kept(policy, window), market.inventoryLimit(), market.optimalValue(window));
    List<Part> parts = market.parts(window);
    if (parts.isEmpty()) {
      metrics.add(whole);
      keepOrders(policy, window);
      return;
    }
    List<Metrics> together = new ArrayList<>();
    for (Part part : parts) {
      Metrics own = Metrics.of(kept(policy, part.window()), part.inventoryLimit(), Double.NaN);
      together.add(own);
      markets.add(new MarketMetrics(part.market(), window.name(), own));
      keepOrders(policy, part.window());
    }
    metrics.add(MarketMetrics.together(whole, together));
  }

  private Episode kept(Policy policy, Window window) {
    Episode episode = market.run(policy, window);
    store.write(episode);
    corrections.addAll(Corrections.of(episode));
    if (config.evaluation().evalLogFlag()) {
      store.writeLog(episode);
    }
    return episode;
  }

  private void keepOrders(Policy policy, Window window) {
    List<OrderFill> fills = market.orderFills(policy, window);
    if (fills != null) {
      boolean alone = policy == agent && market.evaluationWindows().equals(List.of(window));
      if (alone) {
        store.writeOrderFills(fills);
      } else {
        store.writeOrderFills(policy.name(), window.name(), fills);
      }
    }
  }

  private List<Policy> policies() {
    List<Policy> policies = new ArrayList<>(List.of(agent));
    config.evaluation().baselines().stream()
        .filter(name -> !name.equals(agent.name()))
        .distinct()
        .map(market::baseline)
        .forEach(policies::add);
    return policies;
  }

  private boolean goesOn() {
    if (gate.wish() == Gate.Wish.PAUSE) {
      progress.accept(new ProgressEvent.State(RunState.PAUSED, ""));
      gate.awaitGoOn();
      progress.accept(new ProgressEvent.State(RunState.RUNNING, ""));
    }
    gate.checkpointWritten(); // an evaluation is short: it is done again as a whole
    return gate.wish() != Gate.Wish.STOP;
  }

  private List<Footages.OfWindow> footages(List<Window> windows) {
    List<Footages.OfWindow> result = new ArrayList<>();
    for (Window window : withParts(windows)) {
      Footage footage = market.footage(window);
      if (footage != null) {
        result.add(new Footages.OfWindow(window.name(), footage));
      }
    }
    return result;
  }

  private List<Window> withParts(List<Window> windows) {
    return windows.stream()
        .flatMap(window ->
            Stream.concat(Stream.of(window), market.parts(window).stream().map(Part::window)))
        .toList();
  }

  /** The windows as one line that is the same for the same windows. */
  String windows() {
    return market.evaluationWindows().stream()
        .map(window -> window.tape() + " " + window.startNs() + "-" + window.endNs())
        .collect(Collectors.joining("; "));
  }
}
