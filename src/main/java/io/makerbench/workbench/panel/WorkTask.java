package io.makerbench.workbench.panel;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Work that tells how far it is and ends soon when it is cancelled, for example an import or a
 * fetch. It works on a thread of {@link Tasks}; its status changes on the JavaFX thread, at most
 * once for all that was reported since.
 */
public final class WorkTask implements LongTask {
  /** What a task does, not on the JavaFX thread. */
  @FunctionalInterface
  public interface Work {
    /** Does it, and returns the files it made; the first is to be shown. */
    List<Path> run(Report report) throws Exception;
  }

  /** How a work tells how far it is. */
  @FunctionalInterface
  public interface Report {
    /** Tells; false means that nobody wants it any more. */
    boolean goOn(double fraction, String words);
  }

  private final String title;
  private final Work work;
  private final ReadOnlyObjectWrapper<TaskStatus> status =
      new ReadOnlyObjectWrapper<>(TaskStatus.WAITING);
  private final AtomicReference<@Nullable TaskStatus> latest = new AtomicReference<>();
  private volatile boolean cancelled;

  public WorkTask(String title, Work work) {
    this.title = title;
    this.work = work;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public ReadOnlyObjectProperty<TaskStatus> status() {
    return status.getReadOnlyProperty();
  }

  @Override
  public void cancel() {
    cancelled = true;
    if (status.get().state() == TaskStatus.State.WAITING) {
      status.set(TaskStatus.CANCELLED);
    }
  }

  /** Works; to be called once, not on the JavaFX thread. */
  void run() {
    try {
      if (!report(-1, "Beginning")) {
        throw new CancellationException();
      }
      tell(new TaskStatus(TaskStatus.State.DONE, 1, "Done", work.run(this::report)));
    } catch (CancellationException e) {
      tell(TaskStatus.CANCELLED);
    } catch (InputException e) {
      tell(new TaskStatus(TaskStatus.State.FAILED, -1, String.valueOf(e.getMessage())));
    } catch (Exception e) {
      tell(new TaskStatus(TaskStatus.State.FAILED, -1, "It did not work: " + e));
    }
  }

  private boolean report(double fraction, String words) {
    tell(new TaskStatus(TaskStatus.State.WORKING, fraction, words));
    return !cancelled;
  }

  private void tell(TaskStatus now) {
    if (latest.getAndSet(now) == null) {
      Platform.runLater(() -> {
        TaskStatus told = latest.getAndSet(null);
        if (!status.get().state().ended()) {
          status.set(told);
        }
      });
    }
  }
}
