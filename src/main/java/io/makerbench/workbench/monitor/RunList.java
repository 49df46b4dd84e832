package io.makerbench.workbench.monitor;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.queue.RunQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The runs of this window as a list: at work, waiting, and those that ended lately. It needs no
 * window; what changed is taken over by {@link #refresh}, on the JavaFX thread.
 */
final class RunList {
  private static final int MOST_ENDED = 5;

  private final RunQueue queue;
  private final Function<RunFolder, LiveRun> follow;
  private final AtomicBoolean changed = new AtomicBoolean(true);
  private final List<RunFolder> known = new ArrayList<>();
  private final ObservableList<QueueRow> rows = FXCollections.observableArrayList();
  private String summary = "";
  private boolean many;

  /**
   * @param follow what the window knows of a run
   */
  RunList(RunQueue queue, Function<RunFolder, LiveRun> follow) {
    this.queue = queue;
    this.follow = follow;
    queue.onChange(() -> changed.set(true));
  }

  /** Takes over what changed since the last time; true when anything did. */
  boolean refresh() {
    if (!changed.getAndSet(false)) {
      return false;
    }
    List<RunFolder> atWork = queue.atWork();
    List<RunFolder> waiting = queue.waiting();
    List<QueueRow> now = new ArrayList<>();
    if (!atWork.isEmpty()) {
      now.add(new QueueRow.Heading("At work"));
      atWork.forEach(run -> now.add(item(run, -1, queue.isInWorker(run))));
    }
    if (!waiting.isEmpty()) {
      now.add(new QueueRow.Heading(queue.isHeld() ? "Waiting, held back" : "Waiting"));
      waiting.forEach(run -> now.add(item(run, waiting.indexOf(run), false)));
    }
    addEnded(now, atWork, waiting);
    if (!rows.equals(now)) {
      rows.setAll(now);
    }
    many = atWork.size() + waiting.size() > 1;
    summary = summary(atWork.size(), waiting.size());
    return true;
  }

  private QueueRow item(RunFolder run, int place, boolean inWorker) {
    return new QueueRow.Item(follow.apply(run), place, inWorker);
  }

  private void addEnded(List<QueueRow> now, List<RunFolder> atWork, List<RunFolder> waiting) {
    for (List<RunFolder> some : List.of(atWork, waiting)) {
      some.stream().filter(run -> !known.contains(run)).forEach(known::add);
    }
    List<RunFolder> ended =
        known.reversed().stream()
            .filter(run -> !atWork.contains(run) && !waiting.contains(run))
            .limit(MOST_ENDED)
            .toList();
    if (!ended.isEmpty()) {
      now.add(new QueueRow.Heading("Ended lately"));
      ended.forEach(run -> now.add(item(run, -1, false)));
    }
  }

  private static String summary(int atWork, int waiting) {
    return waiting == 0 ? atWork + " at work" : atWork + " at work, " + waiting + " waiting";
  }

  /** The list from top to bottom. */
  ObservableList<QueueRow> rows() {
    return rows;
  }

  /** How many runs there are, in words. */
  String summary() {
    return summary;
  }

  /** Whether several runs work or wait. */
  boolean isMany() {
    return many;
  }
}
