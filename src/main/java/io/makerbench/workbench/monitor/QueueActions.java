package io.makerbench.workbench.monitor;

import io.makerbench.experiment.queue.RunQueue;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Notices;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** What can be done with the queue, and with a run that waits in it. */
final class QueueActions {
  private final RunDesk runs;
  private final RunQueue queue;
  private final Notices notices;
  private final BooleanProperty canMoveUp = new SimpleBooleanProperty();
  private final BooleanProperty canMoveDown = new SimpleBooleanProperty();
  private final BooleanProperty waits = new SimpleBooleanProperty();
  private final BooleanProperty canHold = new SimpleBooleanProperty(true);
  private final BooleanProperty canRelease = new SimpleBooleanProperty();
  private final Command hold;
  private final Command release;
  private final List<Command> commands;
  private @Nullable LiveRun front;

  QueueActions(RunDesk runs, Notices notices) {
    this.runs = runs;
    queue = runs.queue();
    this.notices = notices;
    hold =
        Command.of(
                "queue-hold", "Hold back waiting runs", "mdomz-pause_circle_outline", queue::hold)
            .when(canHold);
    release =
        Command.of(
                "queue-release",
                "Let waiting runs begin",
                "mdomz-play_circle_outline",
                queue::release)
            .when(canRelease);
    commands = Stream.concat(ofFront().stream(), Stream.of(hold, release)).toList();
  }

  private List<Command> ofFront() {
    return List.of(
        Command.of("queue-up", "Move up in the queue", "mdoal-arrow_upward", () -> move(-1))
            .on("Shortcut+Shift+Up")
            .when(canMoveUp),
        Command.of("queue-down", "Move down in the queue", "mdoal-arrow_downward", () -> move(1))
            .on("Shortcut+Shift+Down")
            .when(canMoveDown),
        Command.of("queue-remove", "Take out of the queue", "mdoal-close", this::takeOut)
            .when(waits));
  }

  /** Those on the run in front, and on the queue as a whole. */
  List<Command> commands() {
    return commands;
  }

  Command hold() {
    return hold;
  }

  Command release() {
    return release;
  }

  /** Which run is in front; again after each change of the queue. */
  void refresh(@Nullable LiveRun run) {
    front = run;
    int place = run == null ? -1 : queue.waiting().indexOf(run.folder());
    waits.set(place >= 0);
    canMoveUp.set(place > 0);
    canMoveDown.set(place >= 0 && place < waiting() - 1);
    canHold.set(!queue.isHeld());
    canRelease.set(queue.isHeld());
  }

  int waiting() {
    return queue.waiting().size();
  }

  private void move(int by) {
    if (front != null) {
      move(front, by);
    }
  }

  void move(LiveRun run, int by) {
    int place = queue.waiting().indexOf(run.folder());
    if (place >= 0) {
      queue.move(run.folder(), place + by);
    }
  }

  /** Gives a waiting run another place, 0 being the next to begin. */
  void place(LiveRun run, int place) {
    queue.move(run.folder(), place);
  }

  private void takeOut() {
    if (front != null) {
      takeOut(front);
    }
  }

  void takeOut(LiveRun run) {
    int place = queue.waiting().indexOf(run.folder());
    if (place >= 0 && run.handle() != null) {
      run.handle().stop();
      notices.undoable(
          run.folder().name() + " was taken out of the queue.",
          () -> {
            runs.resume(run.folder());
            queue.move(run.folder(), place);
          });
    }
  }
}
