package io.makerbench.experiment;

import io.makerbench.env.Episode;
import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Metrics;
import io.makerbench.policy.Policy;
import io.makerbench.system.Footage;
import io.makerbench.system.Market;
import io.makerbench.system.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The evaluation of one run: the agent and the baselines pass through the same windows. */
final class EvaluationWork {
  private final RunFolder folder;
  private final ExperimentConfig config;
  private final Market market;
  private final Policy agent;
  private final Gate gate;
  private final Consumer<ProgressEvent> progress;

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
  }

  /** Evaluates every policy on every window; false when the user stopped it. */
  boolean carryOut() {
    EvaluationStore store = new EvaluationStore(folder.evaluation());
    List<Metrics> metrics = new ArrayList<>();
    List<Policy> policies = policies();
    List<Window> windows = market.evaluationWindows();
    long total = (long) policies.size() * windows.size();
    long startedNanos = System.nanoTime();
    for (Policy policy : policies) {
      for (Window window : windows) {
        if (!goesOn()) {
          return false;
        }
        Episode episode = market.run(policy, window);
        store.write(episode);
        if (config.evaluation().evalLogFlag()) {
          store.writeLog(episode);
        }
        metrics.add(Metrics.of(episode, market.inventoryLimit()));
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        progress.accept(
            new ProgressEvent.Progress(metrics.size(), total, "windows", metrics.size() / seconds));
      }
    }
    store.writeMetrics(metrics);
    if (policies.size() > 1) {
      store.writeComparison(Comparison.of(agent.name(), metrics, config.seed()));
    }
    Footages.write(folder, footages(windows));
    return true;
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
    for (Window window : windows) {
      Footage footage = market.footage(window);
      if (footage != null) {
        result.add(new Footages.OfWindow(window.name(), footage));
      }
    }
    return result;
  }

  /** The windows as one line that is the same for the same windows. */
  String windows() {
    return market.evaluationWindows().stream()
        .map(window -> window.tape() + " " + window.startNs() + "-" + window.endNs())
        .collect(Collectors.joining("; "));
  }
}
