package io.makerbench.learn.ppo;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Discount;
import io.makerbench.learn.acting.ActionDistribution;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.tensors.PrimitiveArrays;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Lets a policy act in all copies of an environment, and fills a rollout with what comes of it. */
final class Collector implements AutoCloseable {
  private final PpoConfig config;
  private final VectorEnv env;
  private final Acting network;
  private final ActionDistribution distribution;
  private final FreeParameters free;
  private final ObservationMoments scaling;
  private final RunningMoments valueMoments;
  private final Rollout rollout;
  private final Discount discount;
  private final RewardMoments rewards;
  private final int copies;
  private final int width;
  private final int outputWidth;
  private final int valueAt;
  private final Actions actions;
  private final Transitions transitions;
  private final RandomStream acting;

  /** Observations as the network sees them. */
  private final float[] seen;

  private final boolean[] begins;
  private final float[] outputs;
  private final float[] cutOff;
  private final int[] cutOffRows;
  private final double[] nextValues;

  /** Starts every copy anew only where {@link #begin} is called. */
  Collector(
      PpoConfig config,
      VectorEnv env,
      ActionDistribution distribution,
      TrainableNetwork network,
      FreeParameters free,
      ObservationMoments scaling,
      RunningMoments valueMoments,
      Rollout rollout,
      long seed) {
    this.config = config;
    this.env = env;
    this.distribution = distribution;
    this.network = Acting.of(network, env.copies());
    this.free = free;
    this.scaling = scaling;
    this.valueMoments = valueMoments;
    this.rollout = rollout;
    discount = config.discount();
    rewards = new RewardMoments(env.copies());
    copies = env.copies();
    width = rollout.width;
    outputWidth = network.shape().outputs();
    valueAt = network.shape().offset(Branch.VALUE);
    actions = Actions.of(env.actionSpace(), copies);
    transitions = new Transitions(copies, width);
    acting = RandomStream.named(seed, "actions", 0);
    seen = new float[copies * width];
    begins = new boolean[copies];
    outputs = new float[copies * outputWidth];
    cutOff = new float[copies * width];
    cutOffRows = new int[copies];
    nextValues = new double[copies];
  }

  /** Starts every copy anew. */
  void begin() {
    env.reset(transitions.observations);
    Arrays.fill(begins, true);
    scaling.add(transitions.observations, copies);
  }

  /** What the last step led to. */
  Transitions transitions() {
    return transitions;
  }

  /** What the copies did in it. */
  Actions actions() {
    return actions;
  }

  /** Columns of {@link #putDecision}: the numbers or choices of an action, and the value. */
  static List<String> decisionColumns(Space actions) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < actions.width(); i++) {
      columns.add(actionColumn(actions.width(), i));
    }
    columns.add(Branch.VALUE);
    return columns;
  }

  private static String actionColumn(int width, int i) {
    return width == 1 ? "action" : "action_" + i;
  }

  /** Writes what a copy did last, and what it thought the state to be worth before. */
  void putDecision(int copy, Map<String, Double> row) {
    int actionWidth = env.actionSpace().width();
    for (int i = 0; i < actionWidth; i++) {
      int at = copy * actionWidth + i;
      double done = actions.discrete.length > 0 ? actions.discrete[at] : actions.continuous[at];
      row.put(actionColumn(actionWidth, i), done);
    }
    row.put(Branch.VALUE, rollout.values[(rollout.filled - 1) * copies + copy]);
  }

  /** Lets every copy act once. */
  void step() {
    int first = rollout.filled * copies;
    if (rollout.filled % rollout.sequence == 0) {
      int sequence = rollout.filled / rollout.sequence;
      network.remembered(rollout.startStates, sequence * copies * rollout.stateWidth);
    }
    look();
    System.arraycopy(seen, 0, rollout.observations, first * width, seen.length);
    System.arraycopy(begins, 0, rollout.begins, first, copies);
    network.step(seen, begins, outputs);
    decide(first);
    env.step(actions, transitions);
    keep(first);
    scaling.add(transitions.observations, copies);
    rollout.filled++;
  }

  private void look() {
    scaling.scale(transitions.observations, 0, seen, 0, copies);
  }

  private void decide(int first) {
    int actionWidth = rollout.actionWidth;
    for (int copy = 0; copy < copies; copy++) {
      int row = first + copy;
      int at = copy * outputWidth;
      distribution.look(outputs, at, free.values);
      distribution.sample(acting, rollout.actions, row * actionWidth);
      rollout.logProbabilities[row] =
          distribution.relativeLogProbability(rollout.actions, row * actionWidth);
      rollout.values[row] = value(outputs[at + valueAt]);
      distribution.act(rollout.actions, row * actionWidth, actions, copy);
    }
  }

  private double value(double output) {
    return config.normalizeValues()
        ? valueMoments.mean[0] + output * valueMoments.deviation(0)
        : output;
  }

  private void keep(int first) {
    int cut = 0;
    for (int copy = 0; copy < copies; copy++) {
      int row = first + copy;
      boolean truncated = transitions.truncated[copy] && !transitions.terminated[copy];
      rollout.discounts[row] = discount.over(transitions.elapsedSeconds[copy]);
      rollout.rewards[row] = transitions.rewards[copy] * config.rewardScale();
      rollout.ended[row] = transitions.terminated[copy] || truncated;
      rollout.bootstraps[row] = 0;
      begins[copy] = rollout.ended[row];
      if (truncated) {
        cutOffRows[cut] = copy;
        cut++;
      }
    }
    if (config.normalizeRewards()) {
      rewards.scale(rollout, first);
    }
    if (cut > 0) {
      valueCutOffs(first, cut);
    }
  }

  /** The state an episode was cut off in is worth something. */
  private void valueCutOffs(int first, int count) {
    for (int i = 0; i < count; i++) {
      scaling.scale(transitions.finalObservations, cutOffRows[i] * width, cutOff, i * width, 1);
    }
    network.look(cutOff, cutOffRows, count, outputs);
    for (int i = 0; i < count; i++) {
      rollout.bootstraps[first + cutOffRows[i]] = value(outputs[i * outputWidth + valueAt]);
    }
  }

  /** Worth of the states that all copies are in. */
  double[] nextValues() {
    look();
    network.look(seen, begins, outputs);
    for (int copy = 0; copy < copies; copy++) {
      nextValues[copy] = value(outputs[copy * outputWidth + valueAt]);
    }
    return nextValues;
  }

  void save(DataOutput out) throws IOException {
    PrimitiveArrays.write(out, acting.state());
    rewards.save(out);
    PrimitiveArrays.write(out, transitions.observations, transitions.observations.length);
    float[] state = new float[copies * rollout.stateWidth];
    network.remembered(state, 0);
    PrimitiveArrays.write(out, state, state.length);
    for (boolean begin : begins) {
      out.writeBoolean(begin);
    }
  }

  void restore(DataInput in) throws IOException {
    acting.restore(PrimitiveArrays.readLongs(in, RandomStream.STATE_LENGTH));
    rewards.restore(in);
    PrimitiveArrays.read(in, transitions.observations, transitions.observations.length);
    float[] state = new float[copies * rollout.stateWidth];
    PrimitiveArrays.read(in, state, state.length);
    network.remember(state);
    for (int copy = 0; copy < copies; copy++) {
      begins[copy] = in.readBoolean();
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
