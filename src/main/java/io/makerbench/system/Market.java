package io.makerbench.system;

import io.makerbench.config.InputException;
import io.makerbench.env.Episode;
import io.makerbench.env.OrderFill;
import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import io.makerbench.policy.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A trading system opened on its data: environments to learn in, and windows to be judged on.
 * Environments and episodes may be used from different threads, each from one.
 */
public interface Market extends AutoCloseable {
  /** Environments on the training data. */
  VectorEnv training(int copies, long seed);

  /**
   * What an observation was made of, in words that change when its meaning does; see {@link #run}.
   */
  String observationFingerprint();

  /** Facts a trained policy must carry to be used later, as JSON (for example fitted scalings). */
  String observationFacts();

  /**
   * The windows policies are judged on, in order.
   *
   * @throws io.makerbench.config.InputException when the training leaves nothing to be judged on
   */
  List<Window> evaluationWindows();

  /** The recording under a window; null for a system that has none. */
  default @Nullable Footage footage(Window window) {
    return null;
  }

  /** The markets within a window, where a policy acts in several at once; empty else. */
  default List<Part> parts(Window window) {
    return List.of();
  }

  /**
   * The executions of a policy's own orders in a window or part, in the order the exchange made
   * them; null for a system that does not follow single orders.
   */
  default @Nullable List<OrderFill> orderFills(Policy policy, Window window) {
    return null;
  }

  /** Numbers in one observation. */
  int observationWidth();

  /** What a policy may do. */
  Space actionSpace();

  /** Names of the numbers in one observation, in order. */
  default List<String> observationNames() {
    return numbered("number", observationWidth());
  }

  /**
   * Names of the choices of a discrete space, in order; of another space, names of the numbers an
   * action is made of.
   */
  default List<String> actionNames() {
    return actionSpace() instanceof Space.Discrete discrete
        ? numbered("action", discrete.choices())
        : numbered("number", actionSpace().width());
  }

  /** The parts that the rewards of an episode of this market add up from; empty when not known. */
  default List<RewardTerm> rewardTerms(Episode episode) {
    return List.of();
  }

  private static List<String> numbered(String what, int count) {
    return IntStream.range(0, count).mapToObj(i -> what + " " + i).toList();
  }

  /** Largest position the market allows, long or short, in base currency. */
  double inventoryLimit();

  /**
   * The largest sum of rewards that can be expected in a window, quote currency; NaN where it is
   * not known.
   */
  default double optimalValue(Window window) {
    return Double.NaN;
  }

  /** Names of the baselines of this system. */
  List<String> baselines();

  /** A baseline by name. */
  Policy baseline(String name);

  /**
   * Reads an expert's trajectories from a dataset of this system.
   *
   * @throws io.makerbench.config.InputException when there is none, it is damaged, or it is of
   *     another version or shape than this market
   */
  default Trajectories trajectories(Path dataset) {
    throw new InputException(
        "The dataset %s cannot be learnt from: only the system perp has datasets."
            .formatted(dataset));
  }

  /**
   * A number of an action as datasets have it.
   *
   * @param index which of the numbers of an action
   */
  default double recorded(double number, int index) {
    return number;
  }

  /** What a user should know of the data it was opened on, each a sentence. */
  default List<String> remarks() {
    return List.of();
  }

  /** What figures of this market rest on, by name; shown beside them. */
  default Map<String, String> conditions() {
    return Map.of();
  }

  /** Lets a policy act greedily through a window and records every tick. */
  Episode run(Policy policy, Window window);

  @Override
  void close();
}
