package io.makerbench.workbench.panel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** The keys of a command: those it came with, until a user gives it others. */
public final class Keys {
  /** Where keys work. */
  public enum Reach {
    /** On every page; they work while one types, too. */
    WINDOW,
    /** On the page of the command, unless one types there. The page itself listens to them. */
    PAGE
  }

  private final Reach reach;
  private final @Nullable KeyCombination usual;
  private final ReadOnlyObjectWrapper<@Nullable KeyCombination> now;

  private Keys(Reach reach, @Nullable KeyCombination usual) {
    this.reach = reach;
    this.usual = usual;
    now = new ReadOnlyObjectWrapper<>(usual);
  }

  static Keys none() {
    return new Keys(Reach.WINDOW, null);
  }

  static Keys of(String name) {
    return new Keys(Reach.WINDOW, KeyCombination.valueOf(name));
  }

  static Keys ofPage(String name) {
    return new Keys(Reach.PAGE, KeyCombination.valueOf(name));
  }

  /** Where they work. */
  public Reach reach() {
    return reach;
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
