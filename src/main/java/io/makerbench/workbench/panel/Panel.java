package io.makerbench.workbench.panel;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** One page of the window. Every method is called on the JavaFX thread. */
public interface Panel {
  /** Name in the navigation, one word. */
  String title();

  /** Ikonli code of its icon, of the Material 2 pack: {@code mdal-…} or {@code mdmz-…}. */
  String icon();

  /** Its content; the same node every time. */
  Node view();

  /** The page came to the front: start timers and refresh. */
  default void shown() {}

  /** The page went to the back or the window closes: stop timers. */
  default void hidden() {}

  /** What a user can do in it; shown in the menu, the toolbar and the list of shortcuts. */
  default List<Command> commands() {
    return List.of();
  }

  /** Further commands that only the command palette offers, for example presets to open. */
  default List<Command> findable() {
    return List.of();
  }

  /** The field that finds something on the page; null where there is none. */
  default @Nullable Node finder() {
    return null;
  }

  /** The command that saves what the page shows; null where there is nothing to be saved. */
  default @Nullable Command saver() {
    return null;
  }

  /** Keys that work on this page alone and belong to no command, with what they do, in order. */
  default Map<String, String> keys() {
    return Map.of();
  }
}
