package io.makerbench.workbench;

import io.makerbench.workbench.panel.Habits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be done, found by a few of its letters. It lies over the window, goes with
 * Escape or a click beside it, and gives the focus back.
 */
final class CommandPalette {
  private static final double LINE_HEIGHT = 36;
  private static final int MOST_LINES = 11;

  private final Habits habits;
  private final Supplier<List<PaletteEntry>> known;
  private final Consumer<Consumer<List<PaletteEntry>>> late;
  private final TextField letters = new TextField();
  private final ListView<PaletteSearch.Found> list = new ListView<>();
  private final Label nothing = new Label("Nothing fits these letters.");
  private final VBox box = new VBox(letters, list, nothing);
  private final StackPane root = new StackPane(box);
  private List<PaletteEntry> entries = List.of();
  private @Nullable Node focusedBefore;

  /**
   * Makes it, closed.
   *
   * @param known what there is to offer at once
   * @param late gives what must be read first, when it was read
   */
  CommandPalette(
      Habits habits,
      Supplier<List<PaletteEntry>> known,
      Consumer<Consumer<List<PaletteEntry>>> late) {
    this.habits = habits;
    this.known = known;
    this.late = late;
    arrange();
    letters.textProperty().subscribe(this::search);
    letters.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
    list.setOnMouseClicked(event -> give());
    root.setOnMousePressed(event -> close());
    box.setOnMousePressed(event -> event.consume());
    close();
  }

  private void arrange() {
    letters.setId("palette-letters");
    letters.setPromptText("A command, page, preset, run or file …");
    letters.setAccessibleText("Find a command, page, preset, run or file");
    list.setId("palette-list");
    list.setAccessibleText("What fits");
    list.setFixedCellSize(LINE_HEIGHT);
    list.setFocusTraversable(false); // the arrows work from the field
    list.setCellFactory(view -> new PaletteCell());
    nothing.getStyleClass().add("palette-nothing");
    box.getStyleClass().add("palette");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    box.setMaxWidth(Region.USE_PREF_SIZE);
    root.getStyleClass().add("palette-ground");
    StackPane.setAlignment(box, Pos.TOP_CENTER);
  }

  Node view() {
    return root;
  }

  /** Opens it with everything that can be done now; where it is open, closes it. */
  void toggle() {
    if (root.isVisible()) {
      close();
      return;
    }
    focusedBefore = root.getScene().getFocusOwner();
    entries = known.get();
    letters.clear();
    search("");
    root.setVisible(true);
    letters.requestFocus();
    late.accept(this::add);
  }

  private void add(List<PaletteEntry> more) {
    List<PaletteEntry> all = new ArrayList<>(entries);
    all.addAll(more);
    entries = all;
    if (root.isVisible()) {
      search(letters.getText());
    }
  }

  private void search(String wanted) {
    List<PaletteSearch.Found> found = PaletteSearch.find(wanted, entries, habits.commands());
    list.getItems().setAll(found);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    list.setPrefHeight(LINE_HEIGHT * Math.min(MOST_LINES, found.size()) + 2);
    list.setVisible(!found.isEmpty());
    list.setManaged(!found.isEmpty());
    nothing.setVisible(found.isEmpty());
    nothing.setManaged(found.isEmpty());
  }

  private void steer(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> close();
      case ENTER -> give();
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(MOST_LINES - 1);
      case PAGE_UP -> move(1 - MOST_LINES);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int lines) {
    int count = list.getItems().size();
    if (count > 0) {
      int to = list.getSelectionModel().getSelectedIndex() + lines;
      to = Math.abs(lines) == 1 ? Math.floorMod(to, count) : Math.clamp(to, 0, count - 1);
      list.getSelectionModel().select(to);
      list.scrollTo(Math.max(0, to - MOST_LINES / 2));
    }
  }

  private void give() {
    PaletteSearch.Found chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      close();
      habits.gave(chosen.entry().key());
      chosen.entry().command().action().run();
    }
  }

  private void close() {
    root.setVisible(false);
    if (focusedBefore != null) {
      focusedBefore.requestFocus();
      focusedBefore = null;
    }
  }
}
