package io.makerbench.workbench.panel;

import io.makerbench.evaluate.Table;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Tables to the clipboard, as spreadsheets take them: cells between tabs, header first. */
public final class TableClipboard {
  private TableClipboard() {}

  /** Puts a table there; on the JavaFX thread. */
  public static void put(Table table) {
    ClipboardContent content = new ClipboardContent();
    content.putString(
        line(table.columns())
            + table.rows().stream().map(TableClipboard::line).collect(Collectors.joining()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** A cell that holds a tab or a line break would be taken for several. */
  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replaceAll("[\\t\\r\\n]+", " "))
        .collect(Collectors.joining("\t", "", "\n"));
  }
}
