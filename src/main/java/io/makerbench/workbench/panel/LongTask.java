package io.makerbench.workbench.panel;

import javafx.beans.property.ReadOnlyObjectProperty;

/** Something that takes a while, as the window's list of tasks shows it. JavaFX thread only. */
public interface LongTask {
  /** What it is, in a few words that follow "Cancelled:". */
  String title();

  /** How far it is. */
  ReadOnlyObjectProperty<TaskStatus> status();

  /** Asks it to end soon; at once where it waits. */
  void cancel();
}
