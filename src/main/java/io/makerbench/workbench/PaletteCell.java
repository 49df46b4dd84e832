package io.makerbench.workbench;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the command palette: icon, text with the found letters marked, keys, group. */
final class PaletteCell extends ListCell<PaletteSearch.Found> {
  private final FontIcon icon = new FontIcon();
  private final TextFlow text = new TextFlow();
  private final Label keys = new Label();
  private final Label group = new Label();
  private final HBox line = new HBox(icon, text, keys, group);

  PaletteCell() {
    line.getStyleClass().add("palette-line");
    keys.getStyleClass().add("palette-keys");
    group.getStyleClass().add("palette-group");
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMinWidth(0);
    text.setMaxHeight(Region.USE_PREF_SIZE);
  }

  @Override
  protected void updateItem(PaletteSearch.@Nullable Found found, boolean empty) {
    super.updateItem(found, empty);
    if (found == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    PaletteEntry entry = found.entry();
    icon.setIconLiteral(entry.command().icon());
    mark(entry.text(), found.match());
    KeyCombination shortcut = entry.command().shortcut();
    keys.setText(shortcut == null ? "" : shortcut.getDisplayText());
    keys.setVisible(shortcut != null);
    keys.setManaged(shortcut != null);
    group.setText(entry.group());
    setAccessibleText(entry.group() + ": " + entry.text() + " " + keys.getText());
    setGraphic(line);
  }

  private void mark(String words, FuzzyMatch match) {
    text.getChildren().clear();
    int begin = 0;
    for (int at = 1; at <= words.length(); at++) {
      if (at == words.length() || match.marks(at) != match.marks(begin)) {
        Text part = new Text(words.substring(begin, at));
        part.getStyleClass().add(match.marks(begin) ? "palette-found" : "palette-text");
        text.getChildren().add(part);
        begin = at;
      }
    }
  }
}
