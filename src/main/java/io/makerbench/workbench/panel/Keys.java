package io.makerbench.workbench.panel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** The keys of a command: those it came with, until a user gives it others. */
public final class Keys {
  private final @Nullable KeyCombination usual;
  private final ReadOnlyObjectWrapper<@Nullable KeyCombination> now;

  private Keys(@Nullable KeyCombination usual) {
    this.usual = usual;
    now = new ReadOnlyObjectWrapper<>(usual);
  }

  static Keys none() {
    return new Keys(null);
  }

  static Keys of(String name) {
    return new Keys(KeyCombination.valueOf(name));
  }

  /** Those it came with; null for none. */
  public @Nullable KeyCombination usual() {
    return usual;
  }

  /** Those it has now; null for none. */
  public ReadOnlyObjectProperty<@Nullable KeyCombination> now() {
    return now.getReadOnlyProperty();
  }

  /** Others from now on; null for none. */
  void become(@Nullable KeyCombination keys) {
    now.set(keys);
  }
}
