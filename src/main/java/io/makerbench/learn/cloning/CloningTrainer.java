package io.makerbench.learn.cloning;

import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Checkpoint;
import io.makerbench.learn.Compute;
import io.makerbench.learn.DivergedException;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.acting.DistributionRule;
import io.makerbench.learn.acting.NetworkPolicy;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.tensors.PrimitiveArrays;
import io.makerbench.policy.Policy;
import io.makerbench.random.RandomStream;
import io.makerbench.system.Market;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trains a policy to do what an expert does. The expert's demonstrations are recorded first; one
 * {@link #advance} then learns from a few minibatches of them. A tick is an epoch, after which the
 * policy is judged on the episodes that were held out. The policy is always that of the best epoch
 * so far.
 */
public final class CloningTrainer implements Trainer {
  /** Columns of the rows of metrics that any actions have, one row an epoch. */
  static final List<String> COLUMNS =
      List.of("updates", "lr", "loss", "holdout_loss", "best_holdout_loss", "grad_norm");

  private static final long FORMAT = 0x4D42_434C_4F00_0003L;
  private static final int BATCHES_OF_AN_ADVANCE = 16;

  private final CloningConfig config;
  private final Space actions;
  private final TrainerListener listener;
  private final Demonstrations kept;
  private final Split split;
  private final TrainableNetwork network;
  private final CloningLearner learner;
  private final Examination examination;
  private final RowOrder order;
  private final int rowsOfEpoch;
  private final RandomStream shuffling;
  private final RandomStream dropout;
  private @Nullable String checksum;
  private float[] best;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int bestEpoch;
  private int epoch;
  private int next;
  private boolean over;

  /**
   * A training from the start; records the demonstrations.
   *
   * @param env reset at once
   * @throws io.makerbench.config.InputException when configuration, expert and environment do not
   *     fit together
   */
  public CloningTrainer(
      CloningConfig config,
      Policy expert,
      VectorEnv env,
      long seed,
      Compute compute,
      TrainerListener listener) {
    this(
        config,
        Recorder.record(env, expert, config.demonstrations()),
        env,
        seed,
        compute,
        listener);
  }

  /** A training from the start on these demonstrations. */
  CloningTrainer(
      CloningConfig config,
      Demonstrations kept,
      VectorEnv env,
      long seed,
      Compute compute,
      TrainerListener listener) {
    this(
        config,
        kept,
        Split.draw(
            kept,
            kept.firstOfLast(config.testShare()),
            config.holdoutShare(),
            RandomStream.named(seed, "holdout", 0)),
        null,
        env.actionSpace(),
        seed,
        compute,
        listener);
    order.draw(shuffling);
  }

  private CloningTrainer(
      CloningConfig config,
      Demonstrations kept,
      Split split,
      @Nullable CloneStart from,
      Space actions,
      long seed,
      Compute compute,
      TrainerListener listener) {
    this.config = config;
    this.kept = kept;
    this.split = split;
    this.actions = actions;
    this.listener = listener;
    RowLoss loss = Losses.of(actions, config, kept, split.training());
    NetworkShape shape = CloneShape.of(config, kept.width(), loss.outputs());
    shuffling = RandomStream.named(seed, "minibatches", 0);
    dropout = RandomStream.named(seed, "dropout", 0);
    order =
        config.balance() == Balance.OVERSAMPLING
            ? new RowOrder(split.training(), kept, loss.outputs())
            : new RowOrder(split.training());
    rowsOfEpoch = rowsOfEpoch(config, split);
    CloneStart start = from == null ? CloneStart.drawn(shape, seed) : from.fitting(shape);
    network = (config.amp() ? compute.mixed() : compute).open(shape);
    network.restore(start.network());
    best = start.best();
    learner = new CloningLearner(config, network, loss, kept, dropout);
    examination =
        Examination.of(
            network,
            loss,
            kept,
            split.holdout(),
            new DistributionRule(shape, actions),
            config.batchSize());
  }

  private static int rowsOfEpoch(CloningConfig config, Split split) {
    int rows = split.training().length;
    if (!config.dropLast()) {
      return rows;
    }
    if (rows < config.batchSize()) {
      throw new InputException(
          "There are %d rows to learn from, and cloning.drop_last leaves out every minibatch of"
                  .formatted(rows)
              + " fewer than cloning.batch_size, %d: nothing would be learnt. Record more with"
                  .formatted(config.batchSize())
              + " cloning.demonstrations, choose smaller minibatches or leave drop_last out.");
    }
    return rows - rows % config.batchSize();
  }

  @Override
  public boolean advance() {
    if (over) {
      return false;
    }
    for (int i = 0; i < BATCHES_OF_AN_ADVANCE && next < rowsOfEpoch; i++) {
      next += learner.learn(order.rows, next, learningRate());
    }
    if (next == rowsOfEpoch) {
      endEpoch();
    }
    return !over;
  }

  private double learningRate() {
    Double end = config.lrEnd();
    double done = (epoch + (double) next / rowsOfEpoch) / config.epochs();
    return end == null ? config.lr() : config.lr() + (end - config.lr()) * done;
  }

  private void endEpoch() {
    double learningRate = learningRate();
    Agreement agreement = new Agreement(actions);
    double holdoutLoss = examination.of(agreement);
    CloningLearner.Figures found = learner.figures();
    if (!found.isFinite() || !Double.isFinite(holdoutLoss)) {
      throw new DivergedException(
          epoch + 1, "loss %s, holdout loss %s".formatted(found.loss(), holdoutLoss));
    }
    epoch++;
    if (holdoutLoss < bestLoss) {
      bestLoss = holdoutLoss;
      bestEpoch = epoch;
      best = network.state().parameters().clone();
    }
    report(learningRate, found, holdoutLoss, agreement);
    boolean tired = config.patience() > 0 && epoch - bestEpoch >= config.patience();
    over = tired || epoch == config.epochs();
    learner.clear();
    order.draw(shuffling);
    next = 0;
  }

  private void report(
      double learningRate, CloningLearner.Figures found, double holdoutLoss, Agreement agreement) {
    Map<String, Double> row = new LinkedHashMap<>();
    row.put("updates", (double) learner.updates());
    row.put("lr", learningRate);
    row.put("loss", found.loss());
    row.put("holdout_loss", holdoutLoss);
    row.put("best_holdout_loss", bestLoss);
    row.put("grad_norm", found.gradientNorm());
    agreement.put(actions, row);
    listener.metrics(epoch, row);
  }

  /** In epochs; one that ended early is done. */
  @Override
  public Progress progress() {
    return new Progress(epoch, over ? epoch : config.epochs());
  }

  /** What it learns from. */
  Lesson lesson(Market market) {
    return new Lesson(market, config, kept, split);
  }

  @Override
  public NetworkPolicy policy() {
    return new NetworkPolicy(Cloning.NAME, new DistributionRule(network.shape(), actions), best);
  }

  @Override
  public void save(Path folder, String fingerprint, String facts) throws IOException {
    NetworkState state = network.state();
    Checkpoint.write(
        folder,
        FORMAT,
        new TrainedPolicy(policy(), fingerprint, facts),
        CloneStart.arrays(state),
        out -> writeState(out, state.steps()));
  }

  /**
   * A training as {@link #save} left it; it goes on to the same bytes as if it had not been
   * interrupted. A checkpoint knows its demonstrations by their checksum alone.
   *
   * @param kept the same demonstrations, read or recorded again
   * @throws io.makerbench.config.InputException when the checkpoint is missing, damaged or of
   *     another training, or the demonstrations are others
   */
  static CloningTrainer restore(
      Path folder,
      CloningConfig config,
      Demonstrations kept,
      VectorEnv env,
      Compute compute,
      TrainerListener listener) {
    return Checkpoint.read(
        folder,
        FORMAT,
        (checkpoint, in) -> opened(checkpoint, in, config, kept, env, compute, listener),
        CloningTrainer::readState);
  }

  private static CloningTrainer opened(
      Checkpoint checkpoint,
      DataInput in,
      CloningConfig config,
      Demonstrations kept,
      VectorEnv env,
      Compute compute,
      TrainerListener listener)
      throws IOException {
    requireSame(in.readUTF(), kept.checksum(), config);
    Split split = new Split(readRows(in, kept.rows()), readRows(in, kept.rows()));
    CloneStart start = CloneStart.kept(checkpoint, in.readLong());
    return new CloningTrainer(
        config, kept, split, start, env.actionSpace(), Checkpoint.NO_SEED, compute, listener);
  }

  private static void requireSame(String learnt, String now, CloningConfig config) {
    if (learnt.equals(now)) {
      return;
    }
    String changed =
        config.dataset() == null
            ? "The demonstrations of %s, recorded again, are not those this training learns from: the expert or"
                    .formatted(config.expert())
                + " the market has changed, or this machine calculates otherwise."
            : "The dataset %s is not the one this training learns from: its files have changed. Put"
                    .formatted(config.dataset())
                + " them back, or write them again by the same job.";
    throw new InputException(
        changed
            + " Its rows have the SHA-256 %s, and had %s. A training from the start may learn from"
                .formatted(now, learnt)
            + " anything.");
  }

  private String checksum() {
    if (checksum == null) {
      checksum = kept.checksum();
    }
    return checksum;
  }

  private void writeState(DataOutput out, long steps) throws IOException {
    out.writeUTF(checksum());
    writeRows(out, split.training());
    writeRows(out, split.holdout());
    out.writeLong(steps);
    out.writeDouble(bestLoss);
    out.writeInt(bestEpoch);
    out.writeInt(epoch);
    out.writeInt(next);
    out.writeBoolean(over);
    PrimitiveArrays.write(out, shuffling.state());
    PrimitiveArrays.write(out, dropout.state());
    PrimitiveArrays.write(out, order.rows, order.rows.length);
    learner.save(out);
  }

  private static int[] readRows(DataInput in, int all) throws IOException {
    int count = in.readInt();
    if (count < 1 || count > all) {
      throw new StreamCorruptedException(count + " of " + all + " rows are named.");
    }
    int[] rows = new int[count];
    PrimitiveArrays.read(in, rows, count);
    return rows;
  }

  private static void writeRows(DataOutput out, int[] rows) throws IOException {
    out.writeInt(rows.length);
    PrimitiveArrays.write(out, rows, rows.length);
  }

  private void readState(DataInput in) throws IOException {
    bestLoss = in.readDouble();
    bestEpoch = in.readInt();
    epoch = in.readInt();
    next = in.readInt();
    over = in.readBoolean();
    shuffling.restore(PrimitiveArrays.readLongs(in, RandomStream.STATE_LENGTH));
    dropout.restore(PrimitiveArrays.readLongs(in, RandomStream.STATE_LENGTH));
    PrimitiveArrays.read(in, order.rows, order.rows.length);
    learner.restore(in);
  }

  @Override
  public void close() {
    learner.close();
    examination.close();
    network.close();
  }
}
