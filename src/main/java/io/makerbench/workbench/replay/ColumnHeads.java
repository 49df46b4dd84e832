package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Lettering;
import io.makerbench.workbench.panel.TextSize;
import io.makerbench.workbench.plot.Numbers;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/**
 * Heads of the columns beside the market: a name, and what the longest bar counts. Dragging a head
 * moves its column, dragging its right edge widens it, a right click has everything else.
 */
final class ColumnHeads extends Pane {
  /** Pixels, beside text of the usual size. */
  static final double HEIGHT = 30;

  private static final double TEXT = 11;

  private static final double EDGE = 6;
  private static final String CSS =
      "-fx-background-color: %s; -fx-text-fill: %s; -fx-padding: 0 2 0 2; -fx-font-size: %.1fpx;";

  private final Map<Column, Label> heads = new EnumMap<>(Column.class);
  private final Consumer<Look> changed;
  private Look look = Look.FIRST;
  private Lettering letters = Lettering.USUAL;
  private double pressX;
  private int pressWidth;
  private boolean widening;

  /**
   * @param changed told how the pictures are to look
   */
  ColumnHeads(Consumer<Look> changed) {
    this.changed = changed;
    setPickOnBounds(false);
    for (Column column : Column.values()) {
      heads.put(column, head(column));
    }
  }

  private Label head(Column column) {
    Label head = new Label();
    head.setId("replay-head-" + column.label().toLowerCase(Locale.ROOT));
    head.setFocusTraversable(true);
    head.setTooltip(
        new Tooltip(column + "\nDrag to move, drag the right edge to widen, right click for more"));
    head.setOnMouseMoved(event -> head.setCursor(atEdge(head, event) ? Cursor.H_RESIZE : null));
    head.setOnMousePressed(event -> press(column, head, event));
    head.setOnMouseDragged(event -> drag(column, event));
    head.setOnContextMenuRequested(event -> openMenu(column, head, event));
    return head;
  }

  private static boolean atEdge(Label head, MouseEvent event) {
    return event.getX() > head.getWidth() - EDGE;
  }

  private void press(Column column, Label head, MouseEvent event) {
    widening = atEdge(head, event);
    pressX = event.getSceneX();
    pressWidth = look(column).width();
    event.consume();
  }

  private void drag(Column column, MouseEvent event) {
    event.consume();
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (widening) {
      double wanted = pressWidth + letters.usual(event.getSceneX() - pressX);
      changed.accept(look.changed(column, one -> one.wide(wanted)));
      return;
    }
    int place = placeAt(sceneToLocal(event.getSceneX(), 0).getX());
    if (place != look.columns().indexOf(look(column))) {
      changed.accept(look.moved(column, place));
    }
  }

  /** The column in whose room a pixel lies; beyond the ends the first or the last. */
  private int placeAt(double x) {
    double right = 0;
    int place = 0;
    for (ColumnLook one : look.columns()) {
      right += one.pixels(letters);
      if (x < right) {
        return place;
      }
      place++;
    }
    return place - 1;
  }

  private ColumnLook look(Column column) {
    return look.columns().stream()
        .filter(one -> one.column() == column)
        .findFirst()
        .orElseGet(() -> ColumnLook.of(column));
  }

  private void openMenu(Column column, Label head, ContextMenuEvent event) {
    ContextMenu menu = new ContextMenu();
    menu.getItems().setAll(ColumnMenu.of(column, look, changed));
    menu.show(head, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  void style(PictureStyle style) {
    letters = style.lettering();
    String css =
        String.format(
            Locale.ROOT,
            CSS,
            "#%06xe6".formatted(style.strip() & 0xFFFFFF),
            "#%06x".formatted(style.text() & 0xFFFFFF),
            TEXT * letters.textSize() / TextSize.USUAL);
    heads.values().forEach(head -> head.setStyle(css));
  }

  /** Shows the heads of a picture's columns. */
  void show(Scene scene, List<ColumnLayer.Bins> columns) {
    look = scene.look();
    List<Label> shown = columns.stream().map(bins -> heads.get(bins.look().column())).toList();
    if (!shown.equals(getChildren())) {
      getChildren().setAll(shown);
    }
    double left = 0;
    for (ColumnLayer.Bins bins : columns) {
      Label head = heads.get(bins.look().column());
      String most = "to " + amount(scene, bins.look().column(), bins.most());
      head.setText(bins.look().column().label() + "\n" + most);
      head.setAccessibleText(bins.look().column() + ", " + most);
      int width = bins.look().pixels(letters);
      head.resizeRelocate(left, 0, width, letters.px(HEIGHT));
      left += width;
    }
  }

  /** Lots as a size, or a number of events. */
  static String amount(Scene scene, Column column, float amount) {
    return Numbers.brief(
        column.counts() ? amount : scene.data().instrument().size(Math.round((double) amount)));
  }
}
