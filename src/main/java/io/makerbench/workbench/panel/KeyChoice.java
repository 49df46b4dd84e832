package io.makerbench.workbench.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Which keys a user pressed, and whether a command can have them. */
public final class KeyChoice {
  private static final Set<KeyCode> MODIFIERS =
      Set.of(
          KeyCode.CONTROL,
          KeyCode.SHIFT,
          KeyCode.ALT,
          KeyCode.ALT_GRAPH,
          KeyCode.META,
          KeyCode.COMMAND,
          KeyCode.WINDOWS,
          KeyCode.CAPS,
          KeyCode.UNDEFINED);
  private static final Set<KeyCode> STEERING =
      Set.of(KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.TAB, KeyCode.SPACE);
  private static final Set<KeyCode> WITHOUT_MODIFIER = Set.of(KeyCode.DELETE, KeyCode.INSERT);

  /** What text fields do with Ctrl. */
  private static final Set<KeyCode> EDITING = Set.of(KeyCode.A, KeyCode.V, KeyCode.X);

  private KeyChoice() {}

  /** The keys of an event; empty while only Ctrl, Shift or their like are held. */
  public static Optional<KeyCombination> of(KeyEvent event) {
    if (MODIFIERS.contains(event.getCode())) {
      return Optional.empty();
    }
    List<KeyCombination.Modifier> held = new ArrayList<>();
    if (event.isShortcutDown()) {
      held.add(KeyCombination.SHORTCUT_DOWN);
    } else if (event.isControlDown()) {
      held.add(KeyCombination.CONTROL_DOWN);
    }
    if (event.isShiftDown()) {
      held.add(KeyCombination.SHIFT_DOWN);
    }
    if (event.isAltDown()) {
      held.add(KeyCombination.ALT_DOWN);
    }
    return Optional.of(
        new KeyCodeCombination(event.getCode(), held.toArray(KeyCombination.Modifier[]::new)));
  }

  /** Why a command cannot have these keys; empty where it can. */
  public static Optional<String> problem(KeyCombination keys, Keys.Reach reach) {
    if (!(keys instanceof KeyCodeCombination combination)) {
      return Optional.empty();
    }
    return reach == Keys.Reach.PAGE ? onPage(combination) : inWindow(combination);
  }

  /** Letters and digits are free there; all else steers the page, or the window. */
  private static Optional<String> onPage(KeyCodeCombination keys) {
    KeyCode code = keys.getCode();
    boolean held = isDown(keys.getShortcut()) || isDown(keys.getControl()) || isDown(keys.getAlt());
    boolean free = code.isLetterKey() || code.isDigitKey() || code == KeyCode.SPACE;
    return held || !free
        ? Optional.of(
            keys.getDisplayText()
                + " steers the page or the window. Choose a letter, a digit or Space, with Shift"
                + " or without.")
        : Optional.empty();
  }

  private static Optional<String> inWindow(KeyCodeCombination combination) {
    KeyCode code = combination.getCode();
    boolean held =
        isDown(combination.getShortcut())
            || isDown(combination.getControl())
            || isDown(combination.getAlt());
    if (STEERING.contains(code)) {
      return Optional.of(code.getName() + " steers the window itself. Choose another key.");
    }
    if (!held && !code.isFunctionKey() && !WITHOUT_MODIFIER.contains(code)) {
      return Optional.of(
          code.getName() + " alone would be taken while you type. Hold Ctrl or Alt with it.");
    }
    if (isDown(combination.getShortcut())
        && !isDown(combination.getShift())
        && EDITING.contains(code)) {
      return Optional.of(
          combination.getDisplayText()
              + " belongs to text fields: it selects, cuts or inserts there.");
    }
    return Optional.empty();
  }

  private static boolean isDown(KeyCombination.ModifierValue value) {
    return value == KeyCombination.ModifierValue.DOWN;
  }
}
