package io.makerbench.workbench.panel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Everything that takes a while, in one list: what waits, works, or failed and was not dismissed.
 * JavaFX thread only.
 */
public final class Tasks implements AutoCloseable {
  /** Tasks of one lane work one after another, the lanes beside each other. */
  public enum Lane {
    /** What uses the processor, for example imports. */
    PROCESSOR,
    /** What waits for the network. */
    NETWORK
  }

  private final Map<Lane, ExecutorService> workers = new EnumMap<>(Lane.class);
  private final ObservableList<LongTask> list = FXCollections.observableArrayList();

  /** Kept: it hears of changes only weakly, and its listeners would go with it. */
  private final ObservableList<LongTask> readable = FXCollections.unmodifiableObservableList(list);

  private final List<WorkTask> started = new ArrayList<>();
  private final BooleanProperty open = new SimpleBooleanProperty();

  public Tasks() {
    for (Lane lane : Lane.values()) {
      String name = "tasks-" + lane.name().toLowerCase(Locale.ROOT);
      workers.put(
          lane,
          Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory()));
    }
  }

  /**
   * Starts a task after those before it in its lane, and opens the list.
   *
   * @param ended told of the task when it ended, however it did
   */
  public void start(WorkTask task, Lane lane, Consumer<WorkTask> ended) {
    show(task);
    started.add(task);
    open.set(true);
    task.status()
        .subscribe(status -> {
          if (status.state().ended()) {
            started.remove(task);
            ended.accept(task);
          }
        });
    workers.get(lane).execute(task::run);
  }

  /** Lists a task that something else carries out, until it ends; a failed one stays. */
  public void show(LongTask task) {
    list.add(task);
    task.status()
        .subscribe(status -> {
          if (status.state().ended() && status.state() != TaskStatus.State.FAILED) {
            list.remove(task);
          }
        });
  }

  /** Those that wait or work, and those that failed until they are dismissed. */
  public ObservableList<LongTask> list() {
    return readable;
  }

  /** Whether the window shows the list. */
  public BooleanProperty open() {
    return open;
  }

  /** Takes a failed task off the list. */
  public void dismiss(LongTask task) {
    list.remove(task);
  }

  /** Cancels what was started here. */
  @Override
  public void close() {
    List.copyOf(started).forEach(LongTask::cancel);
    workers.values().forEach(ExecutorService::shutdown);
  }
}
