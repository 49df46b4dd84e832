package io.makerbench.workbench.runs;

import atlantafx.base.theme.Styles;
import io.makerbench.workbench.panel.Assets;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What stands where no run is: how to get one, or why those there are do not show. */
final class RunsPlaceholder {
  private final RunsModel model;
  private final Node none;
  private final Node noneFound;
  private final StackPane root = new StackPane();

  RunsPlaceholder(RunsModel model, Consumer<String> go) {
    this.model = model;
    none =
        placeholder(
            "No runs yet",
            "A run is one configuration carried out with one seed. Choose a preset in Config and"
                + " start it; it appears here.",
            button("empty-config", "Choose a preset", () -> go.accept("Config")));
    noneFound =
        placeholder(
            "No run matches",
            "The filter leaves none of the runs, or they are archived.",
            button("empty-filter", "Show all runs", this::showAll));
    model.onChange(this::show);
    show();
  }

  private static Node placeholder(String title, String words, Button button) {
    VBox box = Assets.placeholder("mdomz-table_rows", title, words);
    box.getChildren().add(button);
    return box;
  }

  private static Button button(String id, String words, Runnable action) {
    Button button = new Button(words);
    button.setId(id);
    button.getStyleClass().add(Styles.ACCENT);
    button.setOnAction(event -> action.run());
    return button;
  }

  private void showAll() {
    model.query().set("");
    model.archivedToo().set(true);
  }

  private void show() {
    Node wanted = model.isEmpty() ? none : noneFound;
    if (!root.getChildren().contains(wanted)) {
      root.getChildren().setAll(wanted);
    }
  }

  Node view() {
    return root;
  }
}
