package io.makerbench.learn.ppo;

import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Checkpoint;
import io.makerbench.learn.Compute;
import io.makerbench.learn.DivergedException;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.acting.ActionDistribution;
import io.makerbench.learn.acting.DistributionRule;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.figures.TrainingFigures;
import io.makerbench.learn.figures.TrainingLog;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.tensors.PrimitiveArrays;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trains a policy and its values by proximal policy optimisation on the copies of an environment.
 *
 * <p>One {@link #advance} lets every copy act once. When a rollout of {@code n_steps} decisions of
 * each copy is complete, it is learnt from. Training ends with the rollout in which {@code
 * total_ticks} were reached.
 */
public final class PpoTrainer implements Trainer {
  /** Columns of the rows of metrics it tells; a row may lack some. */
  public static final List<String> COLUMNS =
      List.of(
          "episode",
          "decisions",
          "updates",
          "lr",
          "reward",
          "reward_profit",
          "reward_other",
          "episode_reward",
          "pnl",
          "episode_pnl",
          "policy_loss",
          "value_loss",
          "entropy",
          "kl",
          "clip_fraction",
          "explained_variance",
          "grad_norm",
          "top_action_share");

  private final String name;
  private final VectorEnv env;
  private final PpoConfig config;
  private final TrainerListener listener;
  private final ActionDistribution distribution;
  private final TrainableNetwork network;
  private final FreeParameters free;
  private final ObservationMoments scaling;
  private final RunningMoments valueMoments = new RunningMoments(1);
  private final Rollout rollout;
  private final Collector collector;
  private final PpoLearner learner;
  private final TrainingFigures figures;
  private long ticksAtRollout;

  /**
   * A training from the start.
   *
   * @param name name of the policy
   * @param env reset at once
   * @throws InputException when the configuration and the environment do not fit together, or the
   *     checkpoint of {@code load_path} cannot be used
   */
  public PpoTrainer(
      String name,
      PpoConfig config,
      VectorEnv env,
      long seed,
      Compute compute,
      TrainerListener listener) {
    this(name, config, env, seed, compute, listener, null);
    collector.begin();
  }

  private PpoTrainer(
      String name,
      PpoConfig config,
      VectorEnv env,
      long seed,
      Compute compute,
      TrainerListener listener,
      @Nullable PolicyStart kept) {
    this.name = name;
    this.config = config;
    this.env = env;
    this.listener = listener;
    distribution = ActionDistribution.of(env.actionSpace());
    int width = env.observationSpace().width();
    NetworkShape shape = ActorCriticShape.of(config, width, distribution.outputs());
    PolicyStart start =
        kept == null ? PolicyStart.of(config, shape, env.actionSpace(), seed) : kept;
    requireFit(shape, start.network());
    free = start.free();
    scaling = new ObservationMoments(config, width, start.scale());
    rollout =
        new Rollout(
            config.nSteps(),
            env.copies(),
            width,
            distribution.width(),
            shape.stateWidth(),
            config.sequence());
    network = (config.amp() ? compute.mixed() : compute).openWide(shape);
    network.restore(start.network());
    collector =
        new Collector(
            config, env, distribution, network, free, scaling, valueMoments, rollout, seed);
    int threads = compute.threads(shape);
    learner =
        new PpoLearner(config, distribution, network, free, valueMoments, rollout, threads, seed);
    learner.resume(start.network().steps());
    figures =
        new TrainingFigures(
            env,
            PpoUpdate.COLUMNS,
            config.totalTicks(),
            new TrainingLog(config, collector::putDecision, listener),
            listener);
  }

  private static void requireFit(NetworkShape shape, NetworkState state) {
    if (state.parameters().length != shape.size()) {
      throw new InputException(
          "The checkpoint's network has %d parameters; this training needs %d."
              .formatted(state.parameters().length, shape.size()));
    }
  }

  @Override
  public boolean advance() {
    if (isOver()) {
      return false;
    }
    collector.step();
    look(collector.transitions());
    if (rollout.isFull()) {
      learn();
    }
    report();
    return !isOver();
  }

  /** Takes in what a step of all copies led to. */
  private void look(Transitions step) {
    figures.acted(collector.actions(), env.copies());
    for (int copy = 0; copy < env.copies(); copy++) {
      if (env.actionSpace() instanceof Space.Discrete) {
        figures.took(collector.actions().discrete[copy]);
      }
      figures.step(copy, step, learner.steps());
    }
  }

  private boolean isOver() {
    return figures.ticks() >= config.totalTicks() && rollout.filled == 0;
  }

  /** Share of the training that was done when the present rollout began. */
  private double shareDone() {
    return Math.min(1, (double) ticksAtRollout / config.totalTicks());
  }

  private void learn() {
    PpoUpdate update = learner.update(rollout, collector.nextValues(), shareDone());
    if (!update.isFinite()) {
      throw new DivergedException(
          figures.ticks(),
          "policy loss %s, value loss %s, gradient norm %s"
              .formatted(update.policyLoss(), update.valueLoss(), update.gradientNorm()));
    }
    figures.learnt(update.figures());
    ticksAtRollout = figures.ticks();
    rollout.filled = 0;
  }

  private void report() {
    if (figures.rowDue() || isOver()) {
      Map<String, Double> row = new LinkedHashMap<>();
      row.put("updates", (double) learner.steps());
      row.put("lr", learner.learningRate(shareDone()));
      figures.tell(row);
    }
  }

  @Override
  public Progress progress() {
    return new Progress(Math.min(figures.ticks(), config.totalTicks()), config.totalTicks());
  }

  @Override
  public NetworkPolicy policy() {
    return new NetworkPolicy(name, rule(), network.state().parameters(), scaling.scale());
  }

  private DistributionRule rule() {
    return new DistributionRule(network.shape(), env.actionSpace());
  }

  @Override
  public void save(Path folder, String fingerprint, String facts) throws IOException {
    TrainedPolicy trained = new TrainedPolicy(policy(), fingerprint, facts);
    PpoCheckpoint.write(folder, trained, network.state(), free, this::writeState);
  }

  /**
   * A training as {@link #save} left it; it goes on to the same bytes as if it had not been
   * interrupted.
   *
   * @param env made like the one that was saved; its state is restored
   * @throws InputException when the checkpoint is missing, damaged or of another training
   */
  public static PpoTrainer restore(
      Path folder,
      String name,
      PpoConfig config,
      VectorEnv env,
      Compute compute,
      TrainerListener listener) {
    int free = ActionDistribution.of(env.actionSpace()).free();
    return Checkpoint.read(
        folder,
        PpoCheckpoint.FORMAT,
        (kept, in) ->
            new PpoTrainer(
                name,
                config,
                env,
                Checkpoint.NO_SEED,
                compute,
                listener,
                PpoCheckpoint.start(kept, in, free)),
        PpoTrainer::readState);
  }

  private void writeState(DataOutput out) throws IOException {
    out.writeLong(ticksAtRollout);
    PrimitiveArrays.write(out, learner.shuffling().state());
    scaling.save(out);
    valueMoments.save(out);
    figures.save(out);
    rollout.save(out);
    collector.save(out);
    env.save(out);
  }

  private void readState(DataInput in) throws IOException {
    ticksAtRollout = in.readLong();
    learner.shuffling().restore(PrimitiveArrays.readLongs(in, RandomStream.STATE_LENGTH));
    scaling.restore(in);
    valueMoments.restore(in);
    figures.restore(in);
    rollout.restore(in);
    collector.restore(in);
    env.restore(in);
  }

  @Override
  public void close() {
    collector.close();
    network.close();
  }
}
