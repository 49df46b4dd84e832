package io.makerbench.workbench;

import io.makerbench.workbench.panel.Keymap;
import io.makerbench.workbench.panel.Panel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of shortcuts, made of the commands themselves, and what program this is. */
final class HelpDialogs {
  private static final double WIDTH = 600;
  private static final double HEIGHT = 560;
  private static final String ABOUT =
      """
      Makerbench: a workbench for reinforcement learning in trading.

      Version %s, Java %s, JavaFX %s
      %s, %d processors
      Runs are kept in %s

      Licence and notices are in the files LICENSE and NOTICE of the program.\
      """;

  private final Window owner;
  private final Keymap keymap;
  private final List<Panel> panels;
  private final ObservableValue<String> sheet;

  HelpDialogs(Window owner, Keymap keymap, List<Panel> panels, ObservableValue<String> sheet) {
    this.keymap = keymap;
    this.owner = owner;
    this.panels = panels;
    this.sheet = sheet;
  }

  /** Shows every shortcut, place by place. */
  void shortcuts() {
    GridPane table = new GridPane();
    table.getStyleClass().add("shortcuts");
    for (String place : keymap.places()) {
      section(table, place);
      keymap.of(place).forEach(command -> row(table, command.shortcut(), command.text()));
      panels.stream()
          .filter(panel -> panel.title().equals(place))
          .forEach(panel -> panel.keys().forEach((keys, text) -> row(table, keys, text)));
    }
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
    String about =
        ABOUT.formatted(
            version == null ? "under development" : version,
            Runtime.version(),
            System.getProperty("javafx.runtime.version"),
            System.getProperty("os.name") + " " + System.getProperty("os.version"),
            Runtime.getRuntime().availableProcessors(),
            runs);
    Label text = new Label(about);
    text.setWrapText(true);
    text.setPrefWidth(WIDTH);
    Button copy = new Button("Copy", new FontIcon("mdal-content_copy"));
    copy.setId("about-copy");
    copy.setTooltip(new Tooltip("Copy this, for example into a report of a fault"));
    copy.setOnAction(
        event -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, about)));
    VBox content = new VBox(text, copy);
    content.getStyleClass().add("field-box");
    show("About Makerbench", content);
  }

  private void show(String title, Node content) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle(title);
    dialog.setHeaderText(null);
    dialog.setResizable(true);
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    dialog.getDialogPane().getStylesheets().add(sheet.getValue());
    dialog.getDialogPane().setId("help-" + title.toLowerCase(Locale.ROOT).split(" ")[0]);
    dialog.show();
  }
}
