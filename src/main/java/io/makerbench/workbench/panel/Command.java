package io.makerbench.workbench.panel;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something a user can do. Menus, toolbar and shortcuts are all built from commands.
 *
 * @param id unique, in kebab case; also the id of its controls
 * @param text verb and object, in sentence case
 * @param icon Ikonli code
 * @param shortcut keys, null when it has none
 * @param enabled whether it can be done now
 * @param action what it does, on the JavaFX thread; it returns at once
 */
public record Command(
    String id,
    String text,
    String icon,
    @Nullable KeyCombination shortcut,
    ObservableBooleanValue enabled,
    Runnable action) {

  /** A command that can always be given and has no shortcut. */
  public static Command of(String id, String text, String icon, Runnable action) {
    return new Command(id, text, icon, null, Bindings.createBooleanBinding(() -> true), action);
  }

  /** The same with a shortcut, for example {@code Shortcut+N}. */
  public Command on(String keys) {
    return new Command(id, text, icon, KeyCombination.valueOf(keys), enabled, action);
  }

  /** The same, to be given only while a condition holds. */
  public Command when(ObservableBooleanValue condition) {
    return new Command(id, text, icon, shortcut, condition, action);
  }
}
