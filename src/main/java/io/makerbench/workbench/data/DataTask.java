package io.makerbench.workbench.data;

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
 * An import or a fetch: what it does, how far it is, how it ended. It works on a thread of the
 * queue; its properties change on the JavaFX thread, at most once for all that was reported since.
 */
final class DataTask {
  /** Where it stands. */
  enum State {
    WAITING,
    WORKING,
    DONE,
    FAILED,
    CANCELLED;

    boolean ended() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }

  /**
   * How far it is.
   *
   * @param fraction 0 … 1; −1 while unknown
   * @param words what is done, how fast, how long it takes; at the end, how it ended
   * @param files what it made; empty until it is done
   */
  record Status(State state, double fraction, String words, List<Path> files) {
    Status(State state, double fraction, String words) {
      this(state, fraction, words, List.of());
    }
  }

  /** What a task does, on a thread of the queue. */
  @FunctionalInterface
  interface Work {
    /** Does it, and returns the files it made; the first is to be shown. */
    List<Path> run(Report report) throws Exception;
  }

  /** How a work tells how far it is. */
  @FunctionalInterface
  interface Report {
    /** Tells; false means that nobody wants it any more. */
    boolean goOn(double fraction, String words);
  }

  private final String title;
  private final Work work;
  private final ReadOnlyObjectWrapper<Status> status =
      new ReadOnlyObjectWrapper<>(new Status(State.WAITING, -1, "Waiting"));
  private final AtomicReference<@Nullable Status> latest = new AtomicReference<>();
  private volatile boolean cancelled;

  DataTask(String title, Work work) {
    this.title = title;
    this.work = work;
  }

  String title() {
    return title;
  }

  ReadOnlyObjectProperty<Status> status() {
    return status.getReadOnlyProperty();
  }

  /** Ends it soon; at once where it waits. JavaFX thread only. */
  void cancel() {
    cancelled = true;
    if (status.get().state() == State.WAITING) {
      status.set(new Status(State.CANCELLED, -1, "Cancelled"));
    }
  }

  /** Works; to be called once, not on the JavaFX thread. */
  void run() {
    try {
      if (!report(-1, "Beginning")) {
        throw new CancellationException();
      }
      tell(new Status(State.DONE, 1, "Done", work.run(this::report)));
    } catch (CancellationException e) {
      tell(new Status(State.CANCELLED, -1, "Cancelled"));
    } catch (InputException e) {
      tell(new Status(State.FAILED, -1, String.valueOf(e.getMessage())));
    } catch (Exception e) {
      tell(new Status(State.FAILED, -1, "It did not work: " + e));
    }
  }

  private boolean report(double fraction, String words) {
    tell(new Status(State.WORKING, fraction, words));
    return !cancelled;
  }

  private void tell(Status now) {
    if (latest.getAndSet(now) == null) {
      Platform.runLater(() -> {
        Status told = latest.getAndSet(null);
        if (!status.get().state().ended()) {
          status.set(told);
        }
      });
    }
  }
}
