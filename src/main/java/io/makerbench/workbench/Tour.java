package io.makerbench.workbench;

import atlantafx.base.theme.Styles;
import io.makerbench.workbench.panel.Habits;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A card that leads through the window at its first start, place by place. It covers nothing that
 * is needed, can be left at once, and never comes again by itself.
 */
final class Tour {
  private static final PseudoClass TOURED = PseudoClass.getPseudoClass("toured");

  /** A place of the window, by its id, and what to know of it. */
  private record Stop(String place, String title, String words) {}

  private static final List<Stop> STOPS =
      List.of(
          new Stop(
              "go-config",
              "Say what to do",
              "Open the preset quickstart and press Start: it needs no data and takes a minute."),
          new Stop(
              "go-data",
              "Bring your recordings",
              "Drop files of order books here, or fetch a free sample day."),
          new Stop(
              "go-training",
              "Watch it learn",
              "Curves and warnings come while a run works. Pause and stop it whenever you like."),
          new Stop(
              "go-runs",
              "Find it again",
              "Every run is kept. What you choose here, the other pages show."),
          new Stop(
              "go-replay",
              "See what it does",
              "Play the market as the policy met it, forwards and back, and look into its mind."),
          new Stop(
              "go-compare",
              "Is it better?",
              "Runs and baselines on the same windows, with what chance alone could give."),
          new Stop(
              "find-command",
              "Find anything",
              "Ctrl+Shift+P finds every command, preset, run and file. F1 opens the help of a"
                  + " page, which also brings this tour again."));

  private final Habits habits;
  private final Label title = new Label();
  private final Label words = new Label();
  private final Label place = new Label();
  private final Button back = new Button("Back");
  private final Button next = new Button();
  private final Button leave = new Button("Leave the tour");
  private final VBox card;
  private int at;

  Tour(Habits habits) {
    this.habits = habits;
    title.getStyleClass().add("sheet-title");
    title.setId("tour-title");
    words.setWrapText(true);
    place.getStyleClass().add("muted");
    next.setId("tour-next");
    next.getStyleClass().add(Styles.ACCENT);
    next.setOnAction(event -> show(at + 1));
    back.setId("tour-back");
    back.setOnAction(event -> show(at - 1));
    leave.setId("tour-leave");
    leave.getStyleClass().add(Styles.FLAT);
    leave.setOnAction(event -> leave());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox buttons = new HBox(leave, space, place, back, next);
    buttons.getStyleClass().add("tour-buttons");
    card = new VBox(title, words, buttons);
    card.getStyleClass().addAll("tour", Styles.ELEVATED_2);
    card.setId("tour");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    card.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        leave();
      }
    });
    StackPane.setAlignment(card, Pos.BOTTOM_LEFT);
    card.setVisible(false);
  }

  Node view() {
    return card;
  }

  /** Begins where it was never seen. */
  void offer() {
    if (!habits.tourSeen()) {
      begin();
    }
  }

  /** Begins, again if need be. */
  void begin() {
    habits.seeTour();
    card.setVisible(true);
    show(0);
  }

  private void show(int stop) {
    mark(false);
    at = stop;
    if (at == STOPS.size()) {
      leave();
      return;
    }
    title.setText(STOPS.get(at).title());
    words.setText(STOPS.get(at).words());
    place.setText(at + 1 + " of " + STOPS.size());
    back.setDisable(at == 0);
    next.setText(at == STOPS.size() - 1 ? "Begin" : "Next");
    mark(true);
    next.requestFocus();
  }

  private void mark(boolean toured) {
    if (at < STOPS.size() && card.getScene() != null) {
      Node node = card.getScene().lookup("#" + STOPS.get(at).place());
      if (node != null) {
        node.pseudoClassStateChanged(TOURED, toured);
      }
    }
  }

  private void leave() {
    mark(false);
    card.setVisible(false);
  }
}
