package io.makerbench.oracle;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.env.Actions;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.evaluate.Moments;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Profit and last inventory of a strategy on simulated paths of the system analytic. Both
 * strategies meet the same paths.
 *
 * @param profits one a path, quote currency
 * @param inventories one a path
 */
record PathSample(double[] profits, double[] inventories) {
  static final List<String> QUANTITIES =
      List.of("mean profit", "std of profit", "std of final inventory");

  private static final int LARGEST_BATCH = 16_384;

  /** Far beyond any inventory that is reached: the publication knows no limit. */
  private static final int NO_LIMIT = 1_000_000;

  private static final int SEED = 1;

  /** An estimate and its standard error. */
  record Estimate(String quantity, double value, double error) {}

  static PathSample of(Strategy strategy, OracleCase given) {
    int paths = given.whole("paths");
    PathSample sample = new PathSample(new double[paths], new double[paths]);
    TradingSystem system = ConfigFiles.system("analytic");
    Record config =
        new ConfigReader(ConfigSchema.of(system.configType()))
            .read(market(given), system.configType(), "oracle");
    TradingSystem.Place nowhere = new TradingSystem.Place(null, Path.of(""));
    try (Market market = system.open(config, nowhere, SEED, null)) {
      Policy policy = market.baseline(strategy.baseline);
      for (int from = 0; from < paths; from += LARGEST_BATCH) {
        int count = Math.min(LARGEST_BATCH, paths - from);
        try (VectorEnv env = market.training(count, SEED + from)) {
          sample.simulate(env, policy, from);
        }
      }
    }
    return sample;
  }

  private static ObjectNode market(OracleCase given) {
    ObjectNode market = JsonNodeFactory.instance.objectNode();
    market
        .put("sigma", given.get("sigma"))
        .put("a", given.get("A"))
        .put("k", given.get("k"))
        .put("dt", given.get("dt"))
        .put("horizon", given.get("T"))
        .put("gamma", given.get("gamma"))
        .put("phi", 0)
        .put("alpha", 0)
        .put("max_inventory", NO_LIMIT)
        .putObject("actions")
        .put("kind", "depths");
    return market;
  }

  /** One episode of every copy. */
  private void simulate(VectorEnv env, Policy policy, int from) {
    int width = env.observationSpace().width();
    Transitions transitions = new Transitions(env.copies(), width);
    Actions actions = Actions.of(env.actionSpace(), env.copies());
    env.reset(transitions.observations);
    do {
      policy.act(transitions.observations, env.copies(), actions);
      env.step(actions, transitions);
    } while (!transitions.terminated[0]);
    for (int copy = 0; copy < env.copies(); copy++) {
      profits[from + copy] = transitions.pnl[copy];
      double share = transitions.finalObservations[width * copy + 1];
      inventories[from + copy] = Math.rint(share * NO_LIMIT);
    }
  }

  int paths() {
    return profits.length;
  }

  List<Estimate> estimates() {
    Moments profit = Moments.of(profits);
    Moments inventory = Moments.of(inventories);
    double meanError = profit.sd() / Math.sqrt(paths());
    return List.of(
        new Estimate(QUANTITIES.get(0), profit.mean(), meanError),
        new Estimate(QUANTITIES.get(1), profit.sd(), deviationError(profit)),
        new Estimate(QUANTITIES.get(2), inventory.sd(), deviationError(inventory)));
  }

  /** Standard error of a standard deviation: sd·√((kurtosis − 1)/4n), by the delta method. */
  private static double deviationError(Moments moments) {
    return moments.sd() * Math.sqrt((moments.kurtosis() - 1) / (4.0 * moments.n()));
  }
}
