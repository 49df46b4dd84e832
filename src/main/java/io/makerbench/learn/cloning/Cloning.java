package io.makerbench.learn.cloning;

import io.makerbench.config.InputException;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Algorithm;
import io.makerbench.learn.Compute;
import io.makerbench.learn.LearnerSettings;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import io.makerbench.system.Trajectories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learning by {@link CloningTrainer}.
 *
 * @param market where the expert is found
 */
public record Cloning(CloningConfig config, Market market) implements Algorithm {
  /** Its name. */
  public static final String NAME = "cloning";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>(CloningTrainer.COLUMNS);
    columns.addAll(Agreement.columns(market.actionSpace()));
    return columns;
  }

  @Override
  public LearnerSettings settings() {
    return new LearnerSettings(
        NAME,
        CloningConfig.class,
        config.lr(),
        config.maxGradNorm(),
        CloningLearner.EPSILON,
        null,
        null,
        null,
        null,
        null,
        config.hidden(),
        config.dataset() == null ? learntFrom() : null,
        config.balance() != Balance.NONE || !config.classWeights().isEmpty(),
        false);
  }

  /** Recorded decisions that are neither judged on nor kept back. */
  private int learntFrom() {
    double shares = (1 - config.testShare()) * (1 - config.holdoutShare());
    return (int) Math.round(config.demonstrations() * shares);
  }

  @Override
  public @Nullable String savePath() {
    return config.savePath();
  }

  @Override
  public Trainer start(VectorEnv env, long seed, Compute compute, TrainerListener listener) {
    return new CloningTrainer(config, demonstrations(env), env, seed, compute, listener);
  }

  /**
   * What a training learnt from: its demonstrations, read or recorded again, parted as its
   * checkpoint says.
   *
   * @param env made like the one of the training
   * @throws InputException when the checkpoint is missing, damaged or of another training, or the
   *     demonstrations are gone or others
   */
  public Lesson lesson(Path checkpoint, VectorEnv env) {
    try (CloningTrainer trainer = restored(checkpoint, env, Compute.CPU, TrainerListener.SILENT)) {
      return trainer.lesson(market);
    }
  }

  private CloningTrainer restored(
      Path checkpoint, VectorEnv env, Compute compute, TrainerListener listener) {
    String dataset = config.dataset();
    if (dataset != null && !Files.isDirectory(Path.of(dataset))) {
      throw new InputException(
          "The dataset %s, which the training of %s learns from, is gone. Put it back, or write it"
                  .formatted(dataset, checkpoint)
              + " again by the same job.");
    }
    return CloningTrainer.restore(checkpoint, config, demonstrations(env), env, compute, listener);
  }

  private Demonstrations demonstrations(VectorEnv env) {
    Trajectories read = dataset();
    return read == null
        ? Recorder.record(env, expert(), config.demonstrations())
        : demonstrations(read);
  }

  private Demonstrations demonstrations(Trajectories read) {
    return new Demonstrations(
        market.observationWidth(),
        market.actionSpace().width(),
        read.observations(),
        read.actions(),
        read.episodes());
  }

  /**
   * How far a policy's actions are from the expert's in a dataset, on its last episodes that
   * together hold a share of all rows.
   *
   * @throws InputException when the dataset is not of this market, or actions are no numbers
   */
  public ActionErrors examine(Policy policy, Path dataset, double share) {
    return new Examiner(market, demonstrations(market.trajectories(dataset))).ofLast(share, policy);
  }

  private @Nullable Trajectories dataset() {
    if (config.dataset() == null) {
      return null;
    }
    Trajectories read = market.trajectories(Path.of(config.dataset()));
    if (config.expert() != null && !config.expert().equals(read.expert())) {
      throw new InputException(
          "cloning.expert is %s, but the dataset %s is of %s. Name the same, or leave out one."
              .formatted(config.expert(), config.dataset(), read.expert()));
    }
    return read;
  }

  /**
   * Whom a clone is to imitate.
   *
   * @throws InputException when nobody is named, or observes otherwise than this market shows
   */
  public Policy expert() {
    String expert = config.expert();
    if (expert == null && config.dataset() != null) {
      expert = market.trajectories(Path.of(config.dataset())).expert();
    }
    if (expert == null) {
      throw new InputException(
          "agent.type cloning imitates an expert: name it with cloning.expert, one of %s or a run's"
                  .formatted(String.join(", ", market.baselines()))
              + " folder, or name a dataset with cloning.dataset.");
    }
    return market.baselines().contains(expert) || !Files.isDirectory(Path.of(expert))
        ? market.baseline(expert)
        : trained(Path.of(expert));
  }

  private Policy trained(Path folder) {
    TrainedPolicy trained = TrainedPolicy.read(TrainedPolicy.place(folder));
    String learnt = trained.fingerprint();
    if (!learnt.isEmpty() && !learnt.equals(market.observationFingerprint())
        || trained.policy().shape().inputs() != market.observationWidth()) {
      throw new InputException(
          "The expert in %s learnt from other observations than this market gives: %s, here %s."
              .formatted(folder, learnt, market.observationFingerprint()));
    }
    return trained.policy();
  }

  @Override
  public Trainer restore(
      Path checkpoint, VectorEnv env, Compute compute, TrainerListener listener) {
    return restored(checkpoint, env, compute, listener);
  }
}
