package io.makerbench.workbench.monitor;

import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.panel.RunLooks;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseDragEvent;
import org.jspecify.annotations.Nullable;

/** A line of the list: a heading or a run. A waiting run can be dragged onto another. */
final class QueueCell extends ListCell<QueueRow> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private final QueueActions actions;
  private final RunLooks looks;
  private final ObservableValue<Palette> palette;
  private @Nullable QueueCard card;

  QueueCell(QueueActions actions, RunLooks looks, ObservableValue<Palette> palette) {
    this.actions = actions;
    this.looks = looks;
    this.palette = palette;
    setPrefWidth(0); // as wide as the list
    setOnDragDetected(event -> beginDrag());
    setOnMouseDragEntered(event -> pseudoClassStateChanged(DROP, takes(event)));
    setOnMouseDragExited(event -> pseudoClassStateChanged(DROP, false));
    setOnMouseDragReleased(this::drop);
  }

  private void beginDrag() {
    if (getItem() instanceof QueueRow.Item item && item.waits()) {
      startFullDrag();
    }
  }

  /** A waiting run takes the place of another. */
  private boolean takes(MouseDragEvent event) {
    return event.getGestureSource() instanceof QueueCell dragged
        && dragged != this
        && getItem() instanceof QueueRow.Item item
        && item.waits();
  }

  private void drop(MouseDragEvent event) {
    if (takes(event)
        && event.getGestureSource() instanceof QueueCell dragged
        && dragged.getItem() instanceof QueueRow.Item moved
        && getItem() instanceof QueueRow.Item here) {
      actions.place(moved.run(), here.waitingPlace());
    }
  }

  @Override
  protected void updateItem(@Nullable QueueRow row, boolean empty) {
    super.updateItem(row, empty);
    QueueRow shown = empty ? null : row;
    pseudoClassStateChanged(HEADING, shown instanceof QueueRow.Heading);
    setText(shown instanceof QueueRow.Heading heading ? heading.words() : null);
    if (card != null) {
      card.leave();
    }
    if (shown instanceof QueueRow.Item item) {
      show(item);
    } else {
      setGraphic(null);
    }
  }

  private void show(QueueRow.Item item) {
    QueueCard shown = card == null ? new QueueCard(actions, looks, palette) : card;
    card = shown;
    shown.show(item);
    setGraphic(shown.view());
    setAccessibleText("Run " + item.run().folder().name());
  }
}
