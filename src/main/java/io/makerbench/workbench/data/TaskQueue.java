package io.makerbench.workbench.data;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Imports one after another, and beside them fetches one after another: an import uses the
 * processor, a fetch waits for the network. JavaFX thread only.
 */
final class TaskQueue implements AutoCloseable {
  private final ExecutorService imports = worker("import");
  private final ExecutorService fetches = worker("fetch");
  private final ObservableList<DataTask> tasks = FXCollections.observableArrayList();
  private final Consumer<DataTask> ended;

  /**
   * Makes an empty queue.
   *
   * @param ended told of each task that ended, however it did
   */
  TaskQueue(Consumer<DataTask> ended) {
    this.ended = ended;
  }

  private static ExecutorService worker(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  void addImport(DataTask task) {
    add(task, imports);
  }

  void addFetch(DataTask task) {
    add(task, fetches);
  }

  private void add(DataTask task, ExecutorService worker) {
    tasks.add(task);
    task.status()
        .subscribe(status -> {
          if (status.state().ended()) {
            if (status.state() != DataTask.State.FAILED) {
              tasks.remove(task);
            }
            ended.accept(task);
          }
        });
    worker.execute(task::run);
  }

  /** Those that wait or work, and those that failed until they are dismissed. */
  ObservableList<DataTask> tasks() {
    return tasks;
  }

  void dismiss(DataTask task) {
    tasks.remove(task);
  }

  /** Cancels everything. */
  @Override
  public void close() {
    List.copyOf(tasks).forEach(DataTask::cancel);
    imports.shutdown();
    fetches.shutdown();
  }
}
