package io.makerbench.workbench;

import atlantafx.base.theme.Styles;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Keymap;
import io.makerbench.workbench.panel.Panel;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/** Help for the page in front, beside it: what it is for, how it is used, its keys. */
final class HelpSide {
  private static final double WIDTH = 320;

  private final Keymap keymap;
  private final Runnable close;
  private final Runnable tour;
  private final Label title = new Label();
  private final VBox text = new VBox();
  private final ScrollPane scroll = new ScrollPane(text);
  private final Label pointed = new Label();
  private final BorderPane root = new BorderPane(scroll);

  HelpSide(Keymap keymap, Runnable close, Runnable tour) {
    this.keymap = keymap;
    this.close = close;
    this.tour = tour;
    title.getStyleClass().add("sheet-title");
    text.getStyleClass().add("help-text");
    scroll.setFitToWidth(true);
    root.getStyleClass().add("sheet");
    root.setId("help-side");
    root.setTop(header());
    pointed.setId("help-pointed");
    pointed.setWrapText(true);
    pointed.setMaxWidth(Double.MAX_VALUE);
    pointed.setMinHeight(Region.USE_PREF_SIZE);
    pointed.getStyleClass().add("help-pointed");
    root.setBottom(pointed);
    point(root);
    root.setPrefWidth(WIDTH);
    root.setMinWidth(WIDTH);
    root.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close.run();
      }
    });
  }

  private Node header() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button end = new Button(null, new FontIcon("mdoal-close"));
    end.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    end.setId("close-help");
    end.setAccessibleText("Close the help");
    end.setTooltip(new Tooltip("Close the help  F1"));
    end.setOnAction(event -> close.run());
    HBox header = new HBox(title, space, end);
    header.getStyleClass().add("sheet-header");
    return header;
  }

  Region view() {
    return root;
  }

  /** Says what the pointer is over: its words and its hint, or those of what it lies in. */
  void point(Object target) {
    for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
      String words = words(at);
      if (!words.isBlank()) {
        pointed.setText(words);
        return;
      }
    }
    pointed.setText("Point at something to read here what it is.");
  }

  private static String words(Node node) {
    String spoken = node.getAccessibleText() == null ? "" : node.getAccessibleText();
    Tooltip hint = node instanceof Control control ? control.getTooltip() : null;
    String further = hint == null || hint.getText() == null ? "" : hint.getText();
    if (further.startsWith(spoken)) {
      return further;
    }
    return further.isEmpty() ? spoken : spoken + "\n" + further;
  }

  /** Shows the help of a page. */
  void show(Panel panel) {
    title.setText(panel.title());
    text.getChildren().clear();
    HelpText.of(panel.title()).forEach(block -> text.getChildren().add(view(block)));
    GridPane keys = keys(panel);
    if (keys.getRowCount() > 0) {
      text.getChildren().addAll(heading("Keys"), keys);
    }
    Hyperlink again = new Hyperlink("Show the tour of the window");
    again.setId("help-tour");
    again.setOnAction(event -> tour.run());
    text.getChildren().add(again);
    scroll.setVvalue(0);
  }

  private static Node view(HelpText.Block block) {
    return switch (block.kind()) {
      case HEADING -> heading(block.words());
      case PARAGRAPH -> flow(block.words());
      case POINT -> {
        Label dot = new Label("•");
        TextFlow words = flow(block.words());
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox point = new HBox(dot, words);
        point.getStyleClass().add("help-point");
        yield point;
      }
    };
  }

  private static Label heading(String words) {
    Label heading = new Label(words);
    heading.getStyleClass().addAll("section-title", "help-heading");
    heading.setWrapText(true);
    return heading;
  }

  private static TextFlow flow(String words) {
    TextFlow flow = new TextFlow();
    for (HelpText.Words part : HelpText.words(words)) {
      Text piece = new Text(part.text());
      piece.getStyleClass().add(part.bold() ? "help-bold" : "help-words");
      flow.getChildren().add(piece);
    }
    flow.setAccessibleText(words.replace("*", ""));
    return flow;
  }

  private GridPane keys(Panel panel) {
    GridPane table = new GridPane();
    table.getStyleClass().add("help-keys");
    for (Command command : keymap.of(panel.title())) {
      if (command.shortcut() != null) {
        row(table, command.shortcut().getDisplayText(), command.text());
      }
    }
    panel.keys().forEach((keys, what) -> row(table, keys, what));
    return table;
  }

  private static void row(GridPane table, String keys, String what) {
    Label name = new Label(keys);
    name.getStyleClass().add("shortcut-keys");
    Label words = new Label(what);
    words.setWrapText(true);
    table.addRow(table.getRowCount(), name, words);
  }
}
