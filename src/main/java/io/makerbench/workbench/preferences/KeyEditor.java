package io.makerbench.workbench.preferences;

import atlantafx.base.theme.Styles;
import io.makerbench.workbench.panel.KeyChoice;
import io.makerbench.workbench.panel.Keymap;
import io.makerbench.workbench.panel.Keymap.Keyed;
import io.makerbench.workbench.panel.TextWidths;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Gives the chosen command other keys: they are pressed, not typed. */
final class KeyEditor {
  private static final double FIELD_WIDTH = 120;

  private final Keymap keymap;
  private final Runnable leave;
  private final Label command = new Label();
  private final TextField field = new TextField();
  private final Button none = new Button("Without keys");
  private final Button reset = new Button("As it came");
  private final Button all = new Button("All as they came");
  private final Label problem = new Label();
  private final Button take = new Button();
  private final HBox answer = new HBox(problem, take);
  private final VBox root;
  private @Nullable Keyed edited;

  /**
   * Makes it.
   *
   * @param leave gives the focus back to the table
   */
  KeyEditor(Keymap keymap, Runnable leave) {
    this.keymap = keymap;
    this.leave = leave;
    name();
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.addEventFilter(KeyEvent.KEY_TYPED, KeyEvent::consume);
    none.setOnAction(event -> change(keyed -> keymap.give(keyed.command(), null)));
    reset.setOnAction(event -> change(keyed -> keymap.reset(keyed.command())));
    all.setOnAction(event -> keymap.resetAll());
    command.getStyleClass().add("section-title");
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    answer.getStyleClass().add("field-row");
    FlowPane line = new FlowPane(field, reset, none, all); // beside the help there is little room
    line.getStyleClass().add("key-choices");
    root = new VBox(command, line, answer);
    root.getStyleClass().add("key-editor");
    keymap.onChange(() -> show(edited));
    show(null);
  }

  private void name() {
    field.setId("keys-field");
    TextWidths.least(field, FIELD_WIDTH);
    field.setPromptText("Press the keys");
    field.setAccessibleText("Press the keys of the chosen command; Escape leaves");
    none.setId("keys-none");
    reset.setId("keys-reset");
    all.setId("keys-reset-all");
    problem.setId("keys-problem");
    take.setId("keys-take");
    take.getStyleClass().add(Styles.SMALL);
    for (Button button : new Button[] {none, reset, all, take}) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
  }

  Node view() {
    return root;
  }

  /** Begins to take keys for the command shown. */
  void begin() {
    field.requestFocus();
  }

  /** Shows the keys of a command. */
  void show(@Nullable Keyed keyed) {
    edited = keyed;
    KeyCombination keys = keyed == null ? null : keyed.command().shortcut();
    command.setText(
        keyed == null ? "Choose a command to give it other keys." : "Keys of " + keyed.words());
    field.setText(keys == null ? "" : keys.getDisplayText());
    field.setDisable(keyed == null);
    none.setDisable(keys == null);
    reset.setDisable(keyed == null || !keyed.isChanged());
    all.setDisable(keymap.all().stream().noneMatch(Keyed::isChanged));
    say("", null);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB) {
      return; // on to the buttons
    }
    event.consume();
    if (event.getCode() == KeyCode.ESCAPE) {
      show(edited);
      leave.run();
      return;
    }
    KeyChoice.of(event).ifPresent(this::choose);
  }

  private void choose(KeyCombination keys) {
    Keyed now = edited;
    if (now == null) {
      return;
    }
    field.setText(keys.getDisplayText());
    Optional<String> unfit = KeyChoice.problem(keys, now.command().keys().reach());
    Optional<Keyed> holder = keymap.holder(keys, now.command());
    if (unfit.isPresent()) {
      say(unfit.get(), null);
    } else if (holder.isPresent()) {
      String words = keys.getDisplayText() + " gives " + holder.get().words() + " already.";
      say(words, () -> keymap.give(now.command(), keys));
    } else {
      keymap.give(now.command(), keys);
    }
  }

  private void change(Consumer<Keyed> how) {
    if (edited != null) {
      how.accept(edited);
    }
  }

  private void say(String words, @Nullable Runnable anyway) {
    problem.setText(words);
    answer.setVisible(!words.isEmpty());
    answer.setManaged(!words.isEmpty());
    take.setVisible(anyway != null);
    take.setManaged(anyway != null);
    take.setText("Take them from it");
    take.setOnAction(event -> Optional.ofNullable(anyway).ifPresent(Runnable::run));
  }
}
