package io.makerbench.experiment;

import io.makerbench.env.VectorEnv;
import io.makerbench.learn.ComputeDevice;
import io.makerbench.learn.DqnTrainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.system.Market;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The training of one run: its loop, its checkpoints, its files. */
final class TrainingWork {
  private final RunFolder folder;
  private final ExperimentConfig config;
  private final Market market;
  private final Gate gate;
  private final Consumer<ProgressEvent> progress;
  private final CheckpointStore checkpoints;

  TrainingWork(
      RunFolder folder,
      ExperimentConfig config,
      Market market,
      Gate gate,
      Consumer<ProgressEvent> progress) {
    this.folder = folder;
    this.config = config;
    this.market = market;
    this.gate = gate;
    this.progress = progress;
    checkpoints = new CheckpointStore(folder);
  }

  /** Trains to the end; false when the user stopped it. */
  boolean carryOut() {
    ComputeDevice device = ComputeDevice.of(config.execution().device());
    progress.accept(new ProgressEvent.Device(device.toString(), ComputeDevice.engineVersion()));
    Optional<Path> checkpoint = folder.newestCheckpoint();
    long kept = checkpoint.map(CheckpointStore::metricsBytes).orElse(0L);
    try (VectorEnv env = market.training(config.execution().copies(), config.seed());
        MetricsLog metrics = new MetricsLog(folder.metrics(), DqnTrainer.COLUMNS, kept);
        SpeedLog speed = new SpeedLog(folder.timing());
        DqnTrainer trainer = trainer(checkpoint, env, device, new Listener(metrics))) {
      return train(trainer, metrics, speed);
    }
  }

  private DqnTrainer trainer(
      Optional<Path> checkpoint, VectorEnv env, ComputeDevice device, TrainerListener listener) {
    return checkpoint
        .map(path -> DqnTrainer.restore(path, config.dqn(), env, device, listener))
        .orElseGet(() -> new DqnTrainer(config.dqn(), env, config.seed(), device, listener));
  }

  private boolean train(DqnTrainer trainer, MetricsLog metrics, SpeedLog speed) {
    long every = config.execution().checkpointTicks();
    long due = (trainer.progress().doneTicks() / every + 1) * every;
    while (trainer.advance()) {
      if (gate.wish() != Gate.Wish.GO_ON && !obey(trainer, metrics, speed)) {
        return false;
      }
      long done = trainer.progress().doneTicks();
      if (done >= due) {
        checkpoint(trainer, metrics);
        due = (done / every + 1) * every;
      }
      speed.note(trainer.progress(), progress);
    }
    Path last =
        checkpoints.finish(
            trainer.progress().doneTicks(), metrics.settle(), into -> save(trainer, into));
    progress.accept(new ProgressEvent.Checkpoint(last, trainer.progress().doneTicks()));
    if (config.dqn().savePath() != null) {
      PolicyCopy.make(last, Path.of(config.dqn().savePath()));
    }
    return true;
  }

  /** Does what the user asked for; false when that is to stop. */
  private boolean obey(DqnTrainer trainer, MetricsLog metrics, SpeedLog speed) {
    checkpoint(trainer, metrics);
    switch (gate.wish()) {
      case STOP -> {
        return false;
      }
      case CHECKPOINT -> gate.checkpointWritten();
      case PAUSE -> {
        progress.accept(new ProgressEvent.State(RunState.PAUSED, ""));
        gate.awaitGoOn();
        speed.restart();
        if (gate.wish() == Gate.Wish.STOP) {
          return false;
        }
        progress.accept(new ProgressEvent.State(RunState.RUNNING, ""));
      }
      case GO_ON -> {
        // the wish was taken back while the checkpoint was written
      }
    }
    return true;
  }

  private void checkpoint(DqnTrainer trainer, MetricsLog metrics) {
    long step = trainer.progress().doneTicks();
    Path written = checkpoints.write(step, metrics.settle(), into -> save(trainer, into));
    progress.accept(new ProgressEvent.Checkpoint(written, step));
  }

  private void save(DqnTrainer trainer, Path into) {
    try {
      trainer.save(into, market.observationFingerprint(), market.observationFacts());
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoint " + into + " cannot be written.", e);
    }
  }

  private final class Listener implements TrainerListener {
    private final MetricsLog metrics;

    Listener(MetricsLog metrics) {
      this.metrics = metrics;
    }

    @Override
    public void metrics(long step, Map<String, Double> values) {
      metrics.append(step, values);
      progress.accept(new ProgressEvent.Metrics(step, Map.copyOf(values)));
    }

    @Override
    public void warning(long step, String message) {
      progress.accept(new ProgressEvent.Warning(step, message));
    }
  }
}
