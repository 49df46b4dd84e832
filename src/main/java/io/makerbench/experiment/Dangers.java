package io.makerbench.experiment;

import io.makerbench.learn.watch.Finding;
import io.makerbench.learn.watch.FindingKind;
import io.makerbench.learn.watch.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides whether a danger ends a training, and with which of its checkpoints. */
final class Dangers {
  private final List<String> stopOn;
  private final CheckpointStore checkpoints;
  private @Nullable Finding last;
  private boolean stops;

  /**
   * @param stopOn names of the dangers that end the training
   */
  Dangers(List<String> stopOn, CheckpointStore checkpoints) {
    this.stopOn = stopOn;
    this.checkpoints = checkpoints;
  }

  /** Something was found; the first danger that ends the training counts. */
  void hear(Finding finding) {
    if (!stops && finding.severity() == Severity.DANGER) {
      last = finding;
      stops = stopOn.contains(finding.kind().toString());
    }
  }

  /** True where the training must end. */
  boolean stops() {
    return stops;
  }

  /** Ends the training with its last sound checkpoint; what there is to say of it. */
  String stop() {
    Optional<Path> sound = sound();
    if (sound.isEmpty()) {
      checkpoints.leaveNone();
      return "Training was stopped by execution.stop_on: " + words();
    }
    String words =
        "Training was stopped by execution.stop_on: %s The policy is that of step %d, the last"
                .formatted(seen(), CheckpointStore.step(sound.get()))
            + " checkpoint from before it began.";
    checkpoints.finishWith(sound.get(), words);
    return words + " Resume the run to judge it.";
  }

  /** What was seen last, what to change, and which checkpoint is still sound. */
  String words() {
    Finding danger = danger();
    String kept =
        sound()
            .map(path ->
                "The checkpoint of step %d, from before it began, is kept: %s."
                    .formatted(CheckpointStore.step(path), path))
            .orElse("No checkpoint was written before it began; see execution.checkpoint_ticks.");
    return "%s %s %s".formatted(seen(), danger.advice(), kept);
  }

  private String seen() {
    Finding danger = danger();
    return "%s at step %d: %s".formatted(danger.kind().title(), danger.step(), danger.seen());
  }

  private Optional<Path> sound() {
    return checkpoints.before(danger().since());
  }

  private Finding danger() {
    if (last == null) {
      throw new IllegalStateException("No danger was found.");
    }
    return last;
  }

  /** What is to be said of a policy at whose end dangers stood; empty for none. */
  static String remark(List<FindingKind> standing) {
    return standing.isEmpty()
        ? ""
        : "Mind that at the end of its training the policy showed: %s. See warnings.jsonl."
            .formatted(
                standing.stream().map(FindingKind::toString).collect(Collectors.joining(", ")));
  }
}
