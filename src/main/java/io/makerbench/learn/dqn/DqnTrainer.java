package io.makerbench.learn.dqn;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Checkpoint;
import io.makerbench.learn.Compute;
import io.makerbench.learn.DivergedException;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.figures.TrainingFigures;
import io.makerbench.learn.figures.TrainingLog;
import io.makerbench.learn.net.Inputs;
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
 * Trains a Q-network by DQN on the copies of an environment with discrete actions.
 *
 * <p>One {@link #advance} lets every copy act once and then makes the updates due: after a decision
 * whose number is a multiple of {@code train_freq}, one for every tick until the next decision.
 * Learning starts when {@code min_replay + mdp_step_warmup} decisions were made; until then
 * exploration stays at its start. Training ends after {@code num_episodes} × the environment's
 * ticks an episode, counted over all copies.
 *
 * <p>The same configuration, environment and seed give the same bytes on the processor, in one go
 * or from a checkpoint. One thread at a time. The environment stays the caller's to close.
 */
public final class DqnTrainer implements Trainer {
  /** Columns of the rows of metrics it tells; a row may lack some. */
  public static final List<String> COLUMNS =
      List.of(
          "episode",
          "decisions",
          "updates",
          "epsilon",
          "reward",
          "reward_profit",
          "reward_other",
          "episode_reward",
          "pnl",
          "episode_pnl",
          "loss",
          "q_mean",
          "grad_norm",
          "top_action_share");

  /** Columns of its rows on decisions beside what came of them. */
  static final List<String> DECISION_COLUMNS = List.of("action", "epsilon", "q");

  private static final List<String> UPDATE_COLUMNS = List.of("loss", "q_mean", "grad_norm");

  private final VectorEnv env;
  private final DqnConfig config;
  private final TrainerListener listener;
  private final int copies;
  private final int width;
  private final int outputWidth;
  private final QNetwork network;
  private final Exploration exploration;
  private final TrainingFigures figures;
  private final ReplayBuffer buffer;
  private final NStep steps;
  private final Batch batch;
  private final DqnLearner learner;
  private final Inputs observations;
  private final float[] outputs;
  private final Actions actions;
  private final Transitions transitions;
  private final RandomStream exploring;
  private final RandomStream drawing;
  private final long totalTicks;
  private final double[] values;
  private double epsilon;

  /**
   * A training from the start.
   *
   * @param env reset at once
   * @throws InputException when the configuration and the environment do not fit together, or the
   *     checkpoint of {@code load_path} cannot be used
   */
  public DqnTrainer(
      DqnConfig config, VectorEnv env, long seed, Compute compute, TrainerListener listener) {
    this(config, env, seed, compute, listener, null);
    env.reset(transitions.observations);
    for (int copy = 0; copy < copies; copy++) {
      steps.start(copy, transitions.observations, copy * width);
    }
  }

  private DqnTrainer(
      DqnConfig config,
      VectorEnv env,
      long seed,
      Compute compute,
      TrainerListener listener,
      @Nullable LearnerState state) {
    this.env = env;
    this.config = config;
    this.listener = listener;
    copies = env.copies();
    network = DqnSetup.network(config, env);
    width = network.inputs();
    totalTicks = Math.multiplyExact(config.numEpisodes(), env.episodeTicks());
    exploration = DqnSetup.exploration(config, totalTicks);
    values = new double[copies];
    figures =
        new TrainingFigures(
            env,
            UPDATE_COLUMNS,
            totalTicks,
            new TrainingLog(config, this::putDecision, listener),
            listener);
    buffer = DqnSetup.buffer(config, env);
    steps = new NStep(config.nRewardStep(), copies, config.discount(), buffer);
    batch = new Batch(config.batchSize(), buffer);
    LearnerState start = state == null ? QStart.of(config, network, seed) : state;
    learner = new DqnLearner(network, config, config.amp() ? compute.mixed() : compute, start);
    actions = Actions.of(env.actionSpace(), copies);
    transitions = new Transitions(copies, width);
    observations = Inputs.rows(transitions.observations, copies);
    outputWidth = network.shape().outputs();
    outputs = new float[copies * outputWidth];
    exploring = RandomStream.named(seed, "exploration", 0);
    drawing = RandomStream.named(seed, "replay", 0);
  }

  /**
   * A training as {@link #save} left it; it goes on to the same bytes as if it had not been
   * interrupted.
   *
   * @param env made like the one that was saved; its state is restored
   * @throws InputException when the checkpoint is missing, damaged or of another training
   */
  public static DqnTrainer restore(
      Path folder, DqnConfig config, VectorEnv env, Compute compute, TrainerListener listener) {
    QNetwork network = DqnSetup.network(config, env);
    return Checkpoint.read(
        folder,
        DqnCheckpoint.FORMAT,
        (kept, in) ->
            new DqnTrainer(
                config,
                env,
                Checkpoint.NO_SEED,
                compute,
                listener,
                DqnCheckpoint.learner(kept, in, network)),
        DqnTrainer::readState);
  }

  @Override
  public boolean advance() {
    if (isOver()) {
      return false;
    }
    decide();
    figures.acted(actions, copies);
    env.step(actions, transitions);
    learn(remember());
    report();
    return !isOver();
  }

  private boolean isOver() {
    return figures.ticks() >= totalTicks;
  }

  private void decide() {
    epsilon = epsilon();
    if (epsilon < 1) {
      learner.outputs(observations, outputs);
    }
    for (int copy = 0; copy < copies; copy++) {
      actions.discrete[copy] = exploring.nextDouble() < epsilon ? random(copy) : greedy(copy);
    }
  }

  private int random(int copy) {
    values[copy] = Double.NaN;
    return exploring.nextInt(network.actions());
  }

  private int greedy(int copy) {
    int at = copy * outputWidth;
    int action = network.best(outputs, at);
    figures.took(action);
    values[copy] = network.value(outputs, at, action);
    return action;
  }

  /** {@code q} is absent where the action was random. */
  private void putDecision(int copy, Map<String, Double> row) {
    row.put("action", (double) actions.discrete[copy]);
    row.put("epsilon", epsilon);
    if (!Double.isNaN(values[copy])) {
      row.put("q", values[copy]);
    }
  }

  private double epsilon() {
    return learning() ? exploration.at(figures.ticks()) : config.epsilonStart();
  }

  private boolean learning() {
    return figures.decisions() >= (long) config.minReplay() + config.mdpStepWarmup();
  }

  /** Keeps the transitions of all copies and returns the updates that became due. */
  private int remember() {
    int due = 0;
    for (int copy = 0; copy < copies; copy++) {
      figures.step(copy, transitions, learner.updates());
      if (learning() && figures.decisions() % config.trainFreq() == 0) {
        due += transitions.ticks[copy];
      }
      keep(copy);
    }
    return due;
  }

  private void keep(int copy) {
    int action = actions.discrete[copy];
    double reward = transitions.rewards[copy];
    double seconds = transitions.elapsedSeconds[copy];
    int row = copy * width;
    if (transitions.terminated[copy]) {
      steps.terminate(copy, action, reward);
    } else if (transitions.truncated[copy]) {
      steps.truncate(copy, action, reward, seconds, transitions.finalObservations, row);
    } else {
      steps.proceed(copy, action, reward, seconds, transitions.observations, row);
      return;
    }
    steps.start(copy, transitions.observations, row);
  }

  private void learn(int due) {
    if (due == 0 || buffer.transitions() == 0) {
      return;
    }
    for (int i = 0; i < due; i++) {
      buffer.draw(drawing, batch);
      learner.learn(batch);
      if (config.prioritisedReplay()) {
        buffer.learnt(batch, learner.errors());
      }
    }
    for (DqnLearner.Update update : learner.found()) {
      check(update);
      figures.learnt(update.loss(), update.meanQ(), update.gradientNorm());
    }
  }

  private void check(DqnLearner.Update update) {
    if (!Float.isFinite(update.loss()) || !Float.isFinite(update.gradientNorm())) {
      throw new DivergedException(
          figures.ticks(),
          "loss %s, mean value %s, gradient norm %s"
              .formatted(update.loss(), update.meanQ(), update.gradientNorm()));
    }
  }

  private void report() {
    if (figures.rowDue() || isOver()) {
      Map<String, Double> row = new LinkedHashMap<>();
      row.put("updates", (double) learner.updates());
      row.put("epsilon", epsilon());
      figures.tell(row);
    }
  }

  @Override
  public Progress progress() {
    return new Progress(Math.min(figures.ticks(), totalTicks), totalTicks);
  }

  @Override
  public NetworkPolicy policy() {
    return new NetworkPolicy(Dqn.NAME, network, learner.state().online().parameters());
  }

  @Override
  public void save(Path folder, String fingerprint, String facts) throws IOException {
    TrainedPolicy trained = new TrainedPolicy(policy(), fingerprint, facts);
    DqnCheckpoint.write(folder, trained, learner.state(), this::writeState);
  }

  private void writeState(DataOutput out) throws IOException {
    PrimitiveArrays.write(out, exploring.state());
    PrimitiveArrays.write(out, drawing.state());
    PrimitiveArrays.write(out, transitions.observations, transitions.observations.length);
    figures.save(out);
    steps.save(out);
    buffer.save(out);
    env.save(out);
  }

  private void readState(DataInput in) throws IOException {
    exploring.restore(PrimitiveArrays.readLongs(in, RandomStream.STATE_LENGTH));
    drawing.restore(PrimitiveArrays.readLongs(in, RandomStream.STATE_LENGTH));
    PrimitiveArrays.read(in, transitions.observations, transitions.observations.length);
    figures.restore(in);
    steps.restore(in);
    buffer.restore(in);
    env.restore(in);
  }

  @Override
  public void close() {
    learner.close();
  }
}
