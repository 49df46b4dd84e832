package io.makerbench.workbench.panel;

import io.makerbench.config.InputException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One piece of background work; when it is cancelled its thread is interrupted. */
final class Computation<T> implements LongTask {
  private static final TaskStatus WORKING =
      new TaskStatus(TaskStatus.State.WORKING, -1, "Under way");

  private final String what;
  private final Callable<T> work;
  private final Consumer<T> result;
  private final Notices notices;
  private final FutureTask<Void> future = new FutureTask<>(this::work, null);
  private final ReadOnlyObjectWrapper<TaskStatus> status = new ReadOnlyObjectWrapper<>(WORKING);

  Computation(String what, Callable<T> work, Consumer<T> result, Notices notices) {
    this.what = what;
    this.work = work;
    this.result = result;
    this.notices = notices;
  }

  void runOn(ExecutorService workers) {
    workers.execute(future);
  }

  @Override
  public String title() {
    return what;
  }

  @Override
  public ReadOnlyObjectProperty<TaskStatus> status() {
    return status.getReadOnlyProperty();
  }

  @Override
  public void cancel() {
    future.cancel(true);
    status.set(TaskStatus.CANCELLED);
    notices.done("Cancelled: " + what + ".");
  }

  private void work() {
    try {
      T value = work.call();
      Platform.runLater(() -> {
        if (!future.isCancelled()) {
          end();
          result.accept(value);
        }
      });
    } catch (Exception | Error e) {
      if (!future.isCancelled()) { // what an interrupted reader throws is no failure
        Platform.runLater(this::end);
        notices.failed(words(e), e);
      }
    }
  }

  private String words(Throwable e) {
    String message = e.getMessage();
    return e instanceof InputException
        ? String.valueOf(message)
        : what + " did not work: " + (message == null ? e.getClass().getSimpleName() : message);
  }

  private void end() {
    status.set(new TaskStatus(TaskStatus.State.DONE, 1, "Done"));
  }
}
