package io.makerbench.workbench.panel;

import io.makerbench.evaluate.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Copies any table, as a spreadsheet takes it, and any plot, as a picture or as its points: by the
 * context menu; by Ctrl+C the table or the picture of the plot that was clicked last, by
 * Ctrl+Shift+C its points. A table with a menu of its own keeps it. JavaFX thread only.
 */
public final class CopyMenu {
  private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
  private static final KeyCombination COPY_POINTS = KeyCombination.valueOf("Shortcut+Shift+C");
  private static final Object POINTS = new Object();
  private static final Object MORE = new Object();

  private CopyMenu() {}

  /** Copies what lies below a node from now on. */
  public static void install(Node root) {
    root.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, CopyMenu::show);
    root.addEventHandler(KeyEvent.KEY_PRESSED, CopyMenu::copyByKey);
  }

  private static void copyByKey(KeyEvent event) {
    boolean copied =
        COPY.match(event) && copy(event.getTarget(), Form.SHOWN)
            || COPY_POINTS.match(event) && copy(event.getTarget(), Form.POINTS);
    if (copied) {
      event.consume();
    }
  }

  /** What is copied of a table or picture. */
  public enum Form {
    /** The table, or the picture as it is seen. */
    SHOWN,
    /** The points behind a picture. */
    POINTS
  }

  /**
   * Copies the table or picture that a node lies in, or else the first below another; false where
   * there is none.
   */
  public static boolean copy(Node focused, Node page, Form form) {
    return copy(focused, form) || copyFirst(page, form);
  }

  private static boolean copyFirst(Node node, Form form) {
    if (!node.isVisible()) {
      return false;
    }
    return copy(node, form)
        || node instanceof Parent parent
            && parent.getChildrenUnmodifiable().stream().anyMatch(child -> copyFirst(child, form));
  }

  private static boolean copy(Object target, Form form) {
    Node picture = picture(target);
    if (form == Form.SHOWN && table(target) instanceof TableView<?> table) {
      TableClipboard.put(of(table));
      return true;
    }
    if (form == Form.SHOWN && picture != null) {
      copyPicture(picture);
      return true;
    }
    if (picture != null && picture.getProperties().get(POINTS) instanceof Supplier<?> points) {
      TableClipboard.put((Table) points.get());
      return true;
    }
    return false;
  }

  /** Lets a plot give its points. */
  public static void offerPoints(Node plot, Supplier<Table> points) {
    plot.getProperties().put(POINTS, points);
  }

  /** Lets the menu of a plot do something else too. */
  public static void offer(Node plot, String words, Runnable action) {
    plot.getProperties().put(MORE, new Offer(words, action));
  }

  private record Offer(String words, Runnable action) {}

  private static void show(ContextMenuEvent event) {
    ContextMenu menu = new ContextMenu();
    TableView<?> table = table(event.getTarget());
    Node picture = picture(event.getTarget());
    if (table != null) {
      menu.getItems().add(item("Copy table", () -> TableClipboard.put(of(table))));
    } else if (picture != null) {
      menu.getItems().add(item("Copy picture", () -> copyPicture(picture)));
      if (picture.getProperties().get(POINTS) instanceof Supplier<?> points) {
        menu.getItems().add(item("Copy points", () -> TableClipboard.put((Table) points.get())));
      }
      if (picture.getProperties().get(MORE) instanceof Offer more) {
        menu.getItems().add(item(more.words(), more.action()));
      }
    }
    if (!menu.getItems().isEmpty()) {
      menu.show((Node) event.getTarget(), event.getScreenX(), event.getScreenY());
      event.consume();
    }
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static @Nullable TableView<?> table(Object target) {
    for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
      if (at instanceof TableView<?> table) {
        return table;
      }
    }
    return null;
  }

  private static @Nullable Node picture(Object target) {
    for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
      if (at.getProperties().containsKey(POINTS)
          || at.getAccessibleRole() == AccessibleRole.IMAGE_VIEW) {
        return at;
      }
    }
    return null;
  }

  private static void copyPicture(Node node) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(node.snapshot(null, null));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** A table as it is shown: its chosen rows where there are several, else all. */
  public static <T> Table of(TableView<T> table) {
    List<TableColumn<T, ?>> columns = table.getVisibleLeafColumns();
    ObservableList<Integer> chosen = table.getSelectionModel().getSelectedIndices();
    List<Integer> rows =
        chosen.size() > 1
            ? List.copyOf(chosen)
            : IntStream.range(0, table.getItems().size()).boxed().toList();
    List<List<String>> lines = new ArrayList<>();
    for (int row : rows) {
      lines.add(columns.stream().map(column -> words(table, column, row)).toList());
    }
    return new Table(columns.stream().map(TableColumn::getText).toList(), lines);
  }

  /** What a cell shows, asked from a cell made for it. */
  private static <T, C> String words(TableView<T> table, TableColumn<T, C> column, int row) {
    TableCell<T, C> cell = column.getCellFactory().call(column);
    cell.updateTableView(table);
    cell.updateTableColumn(column);
    cell.updateIndex(row);
    String text = cell.getText();
    if ((text == null || text.isEmpty()) && cell.getGraphic() instanceof Labeled labeled) {
      text = labeled.getText();
    }
    return text == null ? "" : text;
  }
}
