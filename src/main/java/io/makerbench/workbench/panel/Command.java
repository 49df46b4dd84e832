package io.makerbench.workbench.panel;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something a user can do. Menus, toolbar, shortcuts and the command palette are all built from
 * commands. A panel makes each once, for a user may give it other keys.
 *
 * @param id unique, in kebab case; also the id of its controls
 * @param text verb and object, in sentence case
 * @param icon Ikonli code
 * @param keys what gives it from the keyboard
 * @param enabled whether it can be done now
 * @param action what it does, on the JavaFX thread; it returns at once
 */
public record Command(
    String id,
    String text,
    String icon,
    Keys keys,
    ObservableBooleanValue enabled,
    Runnable action) {

  /** A command that can always be given and has no shortcut. */
  public static Command of(String id, String text, String icon, Runnable action) {
    return new Command(
        id, text, icon, Keys.none(), Bindings.createBooleanBinding(() -> true), action);
  }

  /** The same with a shortcut, for example {@code Shortcut+N}. */
  public Command on(String keys) {
    return new Command(id, text, icon, Keys.of(keys), enabled, action);
  }

  /** The same with a key that works on its page alone, for example {@code Shift+F}. */
  public Command onPage(String keys) {
    return new Command(id, text, icon, Keys.ofPage(keys), enabled, action);
  }

  /** The same, to be given only while a condition holds. */
  public Command when(ObservableBooleanValue condition) {
    return new Command(id, text, icon, keys, condition, action);
  }

  /** The keys it has now; null for none. */
  public @Nullable KeyCombination shortcut() {
    return keys.now().get();
  }

  /** The keys by which menus give it anywhere in a window; null for none. */
  public @Nullable KeyCombination accelerator() {
    return keys.reach() == Keys.Reach.WINDOW ? shortcut() : null;
  }

  /** Whether a pressed key is the one it has now. */
  public boolean isGivenBy(KeyEvent event) {
    KeyCombination now = shortcut();
    return now != null && now.match(event);
  }

  /** What it does and the keys it has now, as a tooltip says it. */
  public String hint() {
    KeyCombination now = shortcut();
    return now == null ? text : text + "  " + now.getDisplayText();
  }
}
