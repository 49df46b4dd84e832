package io.makerbench.workbench.data;

import io.makerbench.config.InputException;
import io.makerbench.tape.Tape;
import io.makerbench.tape.TapePreview;
import io.makerbench.workbench.panel.Background;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of the line a user chose. Tapes are read on another thread; the reading ends when
 * another line is chosen. JavaFX thread only.
 */
final class PreviewModel {
  /** As many as a wide screen has columns for a plot. */
  private static final int MOST_PARTS = 1200;

  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Nothing());
  private final AtomicLong wanted = new AtomicLong();

  PreviewModel(Background background) {
    this.background = background;
  }

  /** What the preview shows. */
  sealed interface State {}

  /** No line is chosen. */
  record Nothing() implements State {}

  /** The tape is being read. */
  record Reading(TapeRow row) implements State {}

  /** The tape at a glance. */
  record Ready(TapeRow row, TapePreview preview) implements State {}

  /** There is nothing to show of it, and why. */
  record Without(TapeRow row, String reason) implements State {}

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Shows another line; null for none. One that is shown already is not read again. */
  void choose(@Nullable TapeRow row) {
    if (row != null && row.equals(shown())) {
      return;
    }
    long number = wanted.incrementAndGet();
    if (row == null) {
      state.set(new Nothing());
    } else if (row.kind() == TapeRow.Kind.TAPE) {
      state.set(new Reading(row));
      background.compute(
          "Reading " + row.path(),
          () -> read(row, number),
          result -> {
            if (wanted.get() == number) {
              state.set(result);
            }
          });
    } else {
      state.set(new Without(row, row.note()));
    }
  }

  /** A mid price of the tape that is shown; NaN where none is known. */
  double price() {
    return state.get() instanceof Ready ready
        ? Arrays.stream(ready.preview().mid())
            .filter(Double::isFinite)
            .findFirst()
            .orElse(Double.NaN)
        : Double.NaN;
  }

  private @Nullable TapeRow shown() {
    return switch (state.get()) {
      case Nothing nothing -> null;
      case Reading reading -> reading.row();
      case Ready ready -> ready.row();
      case Without without -> without.row();
    };
  }

  private State read(TapeRow row, long number) {
    try (Tape tape = Tape.open(row.path())) {
      return row.rows() == 0
          ? new Without(row, "The tape has no rows.")
          : new Ready(row, TapePreview.of(tape, MOST_PARTS, () -> wanted.get() == number));
    } catch (InputException e) {
      return new Without(row, String.valueOf(e.getMessage()));
    } catch (CancellationException e) {
      return new Nothing(); // nobody looks at it
    }
  }
}
