package io.makerbench.experiment;

import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Algorithm;
import io.makerbench.learn.Compute;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.TrainerListener;
import io.makerbench.system.Market;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
    Compute compute = config.execution().compute();
    progress.accept(new ProgressEvent.Device(compute.device().toString(), compute.engineVersion()));
    Algorithm algorithm = config.algorithm(market);
    Optional<Path> checkpoint = folder.newestCheckpoint();
    try (VectorEnv env = market.training(config.execution().copies(), config.seed());
        TrainingFiles files = new TrainingFiles(folder, algorithm, checkpoint, progress);
        SpeedLog speed = new SpeedLog(folder.timing());
        Trainer trainer = trainer(algorithm, checkpoint, env, compute, files)) {
      return train(trainer, files, speed);
    }
  }

  private Trainer trainer(
      Algorithm algorithm,
      Optional<Path> checkpoint,
      VectorEnv env,
      Compute compute,
      TrainerListener listener) {
    return checkpoint
        .map(path -> algorithm.restore(path, env, compute, listener))
        .orElseGet(() -> algorithm.start(env, config.seed(), compute, listener));
  }

  private boolean train(Trainer trainer, TrainingFiles files, SpeedLog speed) {
    long every = config.execution().checkpointTicks();
    long due = (trainer.progress().doneTicks() / every + 1) * every;
    while (trainer.advance()) {
      if (gate.wish() != Gate.Wish.GO_ON && !obey(trainer, files, speed)) {
        return false;
      }
      long done = trainer.progress().doneTicks();
      if (done >= due) {
        checkpoint(trainer, files);
        due = (done / every + 1) * every;
      }
      speed.note(trainer.progress(), progress);
    }
    Path last =
        checkpoints.finish(
            trainer.progress().doneTicks(), files.settle(), into -> save(trainer, into));
    progress.accept(new ProgressEvent.Checkpoint(last, trainer.progress().doneTicks()));
    return true;
  }

  /** Does what the user asked for; false when that is to stop. */
  private boolean obey(Trainer trainer, TrainingFiles files, SpeedLog speed) {
    checkpoint(trainer, files);
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

  private void checkpoint(Trainer trainer, TrainingFiles files) {
    long step = trainer.progress().doneTicks();
    Path written = checkpoints.write(step, files.settle(), into -> save(trainer, into));
    progress.accept(new ProgressEvent.Checkpoint(written, step));
  }

  private void save(Trainer trainer, Path into) {
    try {
      trainer.save(into, market.observationFingerprint(), market.observationFacts());
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoint " + into + " cannot be written.", e);
    }
  }
}
