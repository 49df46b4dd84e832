package io.makerbench.experiment;

import io.makerbench.learn.Algorithm;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.watch.Finding;
import io.makerbench.learn.watch.FindingKind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The files a training appends to: its metrics, and the logs of episodes and decisions where the
 * configuration asks for them. Opened for a checkpoint, each is cut back to what it was then.
 */
final class TrainingFiles implements TrainerListener, AutoCloseable {
  private static final String METRICS = "metrics.csv";
  private static final String EPISODES = "logs/episodes.csv";
  private static final String DECISIONS = "logs/steps.csv";

  private final Consumer<ProgressEvent> progress;
  private final Map<String, MetricsLog> open = new LinkedHashMap<>();
  private final AppendedFile warnings;
  private final ActionColumns actions;

  TrainingFiles(
      RunFolder folder,
      Algorithm algorithm,
      ActionColumns actions,
      List<String> heldOut,
      Optional<Path> checkpoint,
      Consumer<ProgressEvent> progress) {
    this.progress = progress;
    this.actions = actions;
    long warned = checkpoint.map(c -> CheckpointStore.bytes(c, RunFolder.WARNINGS)).orElse(0L);
    warnings = new AppendedFile(folder.warnings(), warned);
    open(METRICS, algorithm.columns(), folder, checkpoint);
    open(RunFolder.ACTIONS, actions.names(), folder, checkpoint);
    open(HeldOut.FILE, heldOut, folder, checkpoint);
    open(EPISODES, algorithm.episodeColumns(), folder, checkpoint);
    open(DECISIONS, algorithm.decisionColumns(), folder, checkpoint);
  }

  private void open(
      String name, List<String> columns, RunFolder folder, Optional<Path> checkpoint) {
    if (columns.isEmpty()) {
      return;
    }
    try {
      long kept = checkpoint.map(whole -> CheckpointStore.bytes(whole, name)).orElse(0L);
      open.put(name, new MetricsLog(folder.path().resolve(name), columns, kept));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public void metrics(long step, Map<String, Double> values) {
    append(METRICS, step, values);
    progress.accept(new ProgressEvent.Metrics(step, Map.copyOf(values)));
  }

  /** The policy as it stands was judged. */
  void heldOut(long step, Map<String, Double> values) {
    append(HeldOut.FILE, step, values);
    progress.accept(new ProgressEvent.Metrics(step, Map.copyOf(values)));
  }

  @Override
  public void actions(long step, Map<String, Double> values) {
    Map<String, Double> named = actions.named(values);
    append(RunFolder.ACTIONS, step, named);
    progress.accept(new ProgressEvent.Actions(step, named));
  }

  @Override
  public void episode(long step, Map<String, Double> values) {
    append(EPISODES, step, values);
  }

  @Override
  public void decision(long step, Map<String, Double> values) {
    append(DECISIONS, step, values);
  }

  private void append(String name, long step, Map<String, Double> values) {
    @Nullable MetricsLog log = open.get(name);
    if (log != null) {
      log.append(step, values);
    }
  }

  @Override
  public void warning(long step, String message) {
    found(new Finding(step, step, FindingKind.UNUSED_SETTING, message, ""));
  }

  /** Something was found in the training. */
  void found(Finding finding) {
    warnings.append(Findings.line(finding));
    progress.accept(new ProgressEvent.Warning(finding));
  }

  /** Forces all to disk and says how long each file is. */
  Map<String, Long> settle() {
    Map<String, Long> lengths = new LinkedHashMap<>();
    open.forEach((name, log) -> lengths.put(name, log.settle()));
    lengths.put(RunFolder.WARNINGS, warnings.settle());
    return lengths;
  }

  @Override
  public void close() {
    open.values().forEach(MetricsLog::close);
    warnings.close();
  }
}
