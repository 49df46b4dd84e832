package io.makerbench.experiment;

import io.makerbench.env.VectorEnv;
import io.makerbench.learn.Algorithm;
import io.makerbench.learn.Compute;
import io.makerbench.learn.DivergedException;
import io.makerbench.learn.Trainer;
import io.makerbench.learn.watch.Finding;
import io.makerbench.learn.watch.Watch;
import io.makerbench.system.Market;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The training of one run: its loop, its checkpoints, its files, and what is found in it. */
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

  /**
   * Trains.
   *
   * @return why it stopped, empty where the user asked for it; absent when it came to its end
   * @throws DivergedException when it went astray for good
   */
  Optional<String> carryOut() {
    Compute compute = config.execution().compute();
    Algorithm algorithm = config.algorithm(market);
    Optional<Path> checkpoint = folder.newestCheckpoint();
    Dangers dangers = new Dangers(config.execution().stopOn(), checkpoints);
    Criterion criterion = new Criterion(config.stopping(), earlier(checkpoint));
    try (VectorEnv env = market.training(config.execution().copies(), config.seed());
        TrainingFiles files = files(algorithm, env, checkpoint, criterion::hear);
        SpeedLog speed = new SpeedLog(folder.timing(), compute.device())) {
      Consumer<Finding> found =
          finding -> {
            files.found(finding);
            dangers.hear(finding);
          };
      Watch watch =
          new Watch(algorithm.settings(), env, market.observationNames(), compute, files, found);
      try (Trainer trainer = trainer(algorithm, checkpoint, compute, watch)) {
        progress.accept(device(compute, trainer));
        watch.follow(trainer);
        checkpoint.ifPresent(watch::restore);
        return new Course(trainer, watch, files, speed, dangers, criterion).run();
      }
    }
  }

  /** The figures that decide, of the rows that a checkpoint keeps. */
  private MetricsTable.Series earlier(Optional<Path> checkpoint) {
    long step = checkpoint.map(CheckpointStore::step).orElse(0L);
    return MetricsTable.read(folder.metrics())
        .column(config.stopping().figure().column())
        .upTo(step);
  }

  private TrainingFiles files(
      Algorithm algorithm,
      VectorEnv env,
      Optional<Path> checkpoint,
      Consumer<ProgressEvent> criterion) {
    List<String> numbered = algorithm.actionColumns(market.actionSpace());
    ActionColumns actions = new ActionColumns(numbered, market, env.corrections().keySet());
    return new TrainingFiles(
        folder,
        algorithm,
        actions,
        HeldOut.columns(config.evaluation()),
        checkpoint,
        criterion.andThen(progress));
  }

  private static ProgressEvent device(Compute compute, Trainer trainer) {
    String engine = compute.engineVersion(trainer.policy().shape());
    return new ProgressEvent.Device(compute.device().toString(), engine);
  }

  private Trainer trainer(
      Algorithm algorithm, Optional<Path> checkpoint, Compute compute, Watch watch) {
    return checkpoint
        .map(path -> algorithm.restore(path, watch.env(), compute, watch))
        .orElseGet(() -> algorithm.start(watch.env(), config.seed(), compute, watch));
  }

  /** One passage through the training, from its start or a checkpoint. */
  private final class Course {
    private final Trainer trainer;
    private final Watch watch;
    private final TrainingFiles files;
    private final SpeedLog speed;
    private final Dangers dangers;
    private final Criterion criterion;
    private final BestPolicy best = new BestPolicy(folder);
    private final HeldOut heldOut;

    Course(
        Trainer trainer,
        Watch watch,
        TrainingFiles files,
        SpeedLog speed,
        Dangers dangers,
        Criterion criterion) {
      this.criterion = criterion;
      heldOut = new HeldOut(config.evaluation(), market, trainer.progress().doneTicks());
      this.trainer = trainer;
      this.watch = watch;
      this.files = files;
      this.speed = speed;
      this.dangers = dangers;
    }

    Optional<String> run() {
      try {
        boolean whole = train();
        speed.end(trainer.progress(), progress);
        if (!whole) {
          return Optional.of("");
        }
        return dangers.stops() ? Optional.of(dangers.stop()) : finish();
      } catch (DivergedException e) {
        watch.diverged(e);
        files.settle();
        if (dangers.stops()) {
          return Optional.of(dangers.stop());
        }
        throw new DivergedException(e.step(), dangers.words());
      }
    }

    /** To the end or to a danger that ends it; false when the user stopped it. */
    private boolean train() {
      long every = config.execution().checkpointTicks();
      long due = (trainer.progress().doneTicks() / every + 1) * every;
      while (trainer.advance() && !dangers.stops()) {
        keepIfBest();
        if (criterion.isMet()) {
          return true;
        }
        judgeIfDue();
        if (gate.wish() != Gate.Wish.GO_ON && !obey()) {
          return false;
        }
        long done = trainer.progress().doneTicks();
        if (done >= due) {
          checkpoint();
          due = (done / every + 1) * every;
        }
        speed.note(trainer.progress(), progress);
      }
      return true;
    }

    private void keepIfBest() {
      long step = trainer.progress().doneTicks();
      if (best.offer(criterion.worthKeeping(), step, this::save)) {
        progress.accept(new ProgressEvent.Checkpoint(best.place(), step));
      }
    }

    /** The clock stands still meanwhile: this is no training. */
    private void judgeIfDue() {
      long step = trainer.progress().doneTicks();
      if (heldOut.isDue(step)) {
        speed.end(trainer.progress(), progress);
        files.heldOut(step, heldOut.judge(trainer.policy(), step));
        speed.restart();
      }
    }

    private Optional<String> finish() {
      keepIfBest();
      judgeIfDue();
      long step = trainer.progress().doneTicks();
      Path last = checkpoints.finish(step, files.settle(), remark(step), this::save);
      progress.accept(new ProgressEvent.Checkpoint(last, step));
      return Optional.empty();
    }

    private String remark(long step) {
      String dangerous = Dangers.remark(watch.standing());
      return criterion.isMet() ? (criterion.words(step) + " " + dangerous).strip() : dangerous;
    }

    /** Does what the user asked for; false when that is to stop. */
    private boolean obey() {
      checkpoint();
      switch (gate.wish()) {
        case STOP -> {
          return false;
        }
        case CHECKPOINT -> gate.checkpointWritten();
        case PAUSE -> {
          speed.end(trainer.progress(), progress);
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

    private void checkpoint() {
      long step = trainer.progress().doneTicks();
      Path written = checkpoints.write(step, files.settle(), watch.soundUntil(), this::save);
      progress.accept(new ProgressEvent.Checkpoint(written, step));
    }

    private void save(Path into) {
      watch.requireSound();
      try {
        trainer.save(into, market.observationFingerprint(), market.observationFacts());
        watch.save(into);
      } catch (IOException e) {
        throw new UncheckedIOException("The checkpoint " + into + " cannot be written.", e);
      }
    }
  }
}
