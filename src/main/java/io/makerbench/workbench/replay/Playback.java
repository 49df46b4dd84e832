package io.makerbench.workbench.replay;

import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The time cursor of a replay: it plays at a speed, steps to events forward and back, and jumps. It
 * stays within the window and stops playing at its end. Time is fed in by {@link #advance}, so
 * tests need no clock.
 */
final class Playback {
  private final Timeline timeline;
  private final ReadOnlyLongWrapper cursor;
  private final BooleanProperty playing = new SimpleBooleanProperty();
  private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.X10);

  /** Market time owed to the cursor, less than one nanosecond. */
  private double rest;

  Playback(Timeline timeline) {
    this.timeline = timeline;
    cursor = new ReadOnlyLongWrapper(timeline.startNs());
  }

  Timeline timeline() {
    return timeline;
  }

  ReadOnlyLongProperty cursorProperty() {
    return cursor.getReadOnlyProperty();
  }

  /** The instant shown, ns since 1970 UTC; what came later is hidden. */
  long cursor() {
    return cursor.get();
  }

  BooleanProperty playingProperty() {
    return playing;
  }

  boolean playing() {
    return playing.get();
  }

  ObjectProperty<Speed> speedProperty() {
    return speed;
  }

  /** Starts or stops; at the end of the window it starts again from the beginning. */
  void toggle() {
    if (!playing.get() && cursor() >= timeline.endNs()) {
      seek(timeline.startNs());
    }
    playing.set(!playing.get());
  }

  /** Moves on by the time that passed on the wall, in ns, if playing. */
  void advance(long wallNs) {
    if (!playing.get()) {
      return;
    }
    double due = rest + speed.get().marketNs(wallNs, timeline.endNs() - timeline.startNs());
    long whole = (long) due;
    rest = due - whole;
    seek(cursor() + whole);
    if (cursor() >= timeline.endNs()) {
      playing.set(false);
    }
  }

  void seek(long instantNs) {
    cursor.set(Math.clamp(instantNs, timeline.startNs(), timeline.endNs()));
  }

  /** Stops, and moves to the next event of a kind. False, without a move, where none follows. */
  boolean forward(Step step) {
    return stepTo(timeline.next(step, cursor()));
  }

  /** Stops, and moves to the event of a kind before. False, without a move, where none is. */
  boolean back(Step step) {
    return stepTo(timeline.previous(step, cursor()));
  }

  private boolean stepTo(OptionalLong instant) {
    playing.set(false);
    instant.ifPresent(this::seek);
    return instant.isPresent();
  }
}
