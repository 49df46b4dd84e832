package io.makerbench.workbench.monitor;

import io.makerbench.experiment.RunState;
import java.util.Locale;
import javafx.scene.control.Label;

/** States of a run as a user reads them. */
public final class StateWords {
  private StateWords() {}

  /** One word, capitalised. */
  public static String of(RunState state) {
    String name = state.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /** Makes a label the coloured badge of a state. */
  public static void show(Label badge, RunState state) {
    badge.setText(of(state));
    badge.getStyleClass().setAll("label", "badge", state.name().toLowerCase(Locale.ROOT));
  }
}
