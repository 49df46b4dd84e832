package io.makerbench.workbench.replay;

import java.util.function.LongConsumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stretches of time to show at once. */
final class SpanMenu extends MenuButton {
  private static final long SECOND = 1_000_000_000L;

  /**
   * @param show told how much time to show, ns
   * @param whole told to show the whole window
   */
  SpanMenu(LongConsumer show, Runnable whole) {
    super(null, new FontIcon("mdmz-timer"));
    PlaybackBar.describe(this, "replay-span", "Time in sight (+ and − zoom)");
    for (long seconds : new long[] {1, 10, 30, 60, 300, 900, 3600, 14_400}) {
      add(AxisTicks.period(seconds * SECOND), () -> show.accept(seconds * SECOND));
    }
    add("Whole window", whole);
  }

  private void add(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(event -> action.run());
    getItems().add(item);
  }
}
