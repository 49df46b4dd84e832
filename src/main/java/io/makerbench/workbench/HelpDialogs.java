package io.makerbench.workbench;

import io.makerbench.workbench.panel.Assets;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Panel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The list of shortcuts, made of the commands themselves, and what program this is. */
final class HelpDialogs {
  private static final double WIDTH = 600;
  private static final double HEIGHT = 560;
  private static final String ABOUT =
      """
      Makerbench: a workbench for reinforcement learning in trading.

      Version %s, Java %s, JavaFX %s
      Runs are kept in %s

      Licence and notices are in the files LICENSE and NOTICE of the program.\
      """;

  private final Window owner;
  private final List<Panel> panels;

  HelpDialogs(Window owner, List<Panel> panels) {
    this.owner = owner;
    this.panels = panels;
  }

  /** Shows every shortcut, page by page. */
  void shortcuts(List<Command> window) {
    GridPane table = new GridPane();
    table.getStyleClass().add("shortcuts");
    for (Panel panel : panels) {
      section(table, panel.title());
      panel.commands().forEach(command -> row(table, command.shortcut(), command.text()));
      panel.keys().forEach((keys, text) -> row(table, keys, text));
    }
    section(table, "Everywhere");
    row(table, "Ctrl+1 … Ctrl+" + panels.size(), "Go to a page");
    window.forEach(command -> row(table, command.shortcut(), command.text()));
    ScrollPane scroll = new ScrollPane(table);
    scroll.setFitToWidth(true);
    scroll.setPrefSize(WIDTH, HEIGHT);
    show("Shortcuts", scroll);
  }

  private static void section(GridPane table, String title) {
    Label heading = new Label(title);
    heading.getStyleClass().add("section-title");
    table.add(heading, 0, table.getRowCount(), 2, 1);
  }

  private static void row(GridPane table, @Nullable KeyCombination keys, String text) {
    if (keys != null) {
      row(table, keys.getDisplayText(), text);
    }
  }

  private static void row(GridPane table, String keys, String text) {
    Label name = new Label(keys);
    name.getStyleClass().add("shortcut-keys");
    table.addRow(table.getRowCount(), name, new Label(text));
  }

  /** Shows the version and where the runs are. */
  void about(Path runs) {
    String version = HelpDialogs.class.getPackage().getImplementationVersion();
    Label text =
        new Label(
            ABOUT.formatted(
                version == null ? "under development" : version,
                Runtime.version(),
                System.getProperty("javafx.runtime.version"),
                runs));
    text.setWrapText(true);
    text.setPrefWidth(WIDTH);
    show("About Makerbench", text);
  }

  private void show(String title, Node content) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle(title);
    dialog.setHeaderText(null);
    dialog.setResizable(true);
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    dialog.getDialogPane().getStylesheets().add(Assets.styleSheet());
    dialog.getDialogPane().setId("help-" + title.toLowerCase(Locale.ROOT).split(" ")[0]);
    dialog.show();
  }
}
