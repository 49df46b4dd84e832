package io.makerbench.workbench.monitor;

import atlantafx.base.theme.Styles;
import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunState;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.panel.RunLooks;
import io.makerbench.workbench.plot.Numbers;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A run of the list: its colour, name, state and progress; a waiting one can be moved, by its
 * buttons or by dragging it onto another, and removed.
 */
final class QueueCell extends ListCell<QueueRow> {
  private static final double DOT_RADIUS = 5;
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private final QueueActions actions;
  private final RunLooks looks;
  private final ObservableValue<Palette> palette;
  private final Circle dot = new Circle(DOT_RADIUS);
  private final Label name = new Label();
  private final Label badge = new Label();
  private final Label detail = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final HBox tools;
  private final VBox root;
  private Subscription following = Subscription.EMPTY;

  QueueCell(QueueActions actions, RunLooks looks, ObservableValue<Palette> palette) {
    this.actions = actions;
    this.looks = looks;
    this.palette = palette;
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    name.setMinWidth(0);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    HBox first = new HBox(dot, name, space, badge);
    first.getStyleClass().add("queue-line");
    detail.getStyleClass().add("queue-detail");
    detail.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(detail, Priority.ALWAYS);
    tools =
        new HBox(
            tool("mdoal-arrow_upward", "Move up", run -> actions.move(run, -1)),
            tool("mdoal-arrow_downward", "Move down", run -> actions.move(run, 1)),
            tool("mdoal-close", "Take out of the queue", actions::takeOut));
    tools.setMinWidth(Region.USE_PREF_SIZE);
    HBox second = new HBox(detail, tools);
    second.getStyleClass().add("queue-line");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("small");
    bar.setAccessibleText("Progress of the run");
    root = new VBox(first, bar, second);
    root.getStyleClass().add("queue-run");
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

  private Button tool(String icon, String words, java.util.function.Consumer<LiveRun> action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "run-look");
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(event -> {
      if (getItem() instanceof QueueRow.Item item) {
        action.accept(item.run());
      }
    });
    return button;
  }

  @Override
  protected void updateItem(@Nullable QueueRow row, boolean empty) {
    super.updateItem(row, empty);
    following.unsubscribe();
    following = Subscription.EMPTY;
    QueueRow shown = empty ? null : row;
    pseudoClassStateChanged(HEADING, shown instanceof QueueRow.Heading);
    setText(shown instanceof QueueRow.Heading heading ? heading.words() : null);
    setGraphic(shown instanceof QueueRow.Item ? root : null);
    if (shown instanceof QueueRow.Item item) {
      show(item);
    }
  }

  private void show(QueueRow.Item item) {
    LiveRun run = item.run();
    String folder = run.folder().name();
    name.setText(Overlay.brief(folder));
    name.setTooltip(new Tooltip(folder));
    setAccessibleText("Run " + folder);
    dot.setFill(palette.getValue().curve(looks.colour(folder)));
    tools.setVisible(item.waits());
    tools.setManaged(item.waits());
    tools.getChildren().getFirst().setDisable(item.waitingPlace() == 0);
    tools.getChildren().get(1).setDisable(item.waitingPlace() == actions.waiting() - 1);
    following =
        run.state()
            .subscribe(state -> follow(item))
            .and(run.progress().subscribe(progress -> follow(item)));
  }

  private void follow(QueueRow.Item item) {
    LiveRun run = item.run();
    RunState state = run.state().get();
    StateWords.show(badge, state);
    ProgressEvent.Progress latest = run.progress().get();
    boolean working = !item.waits() && !state.ended();
    bar.setVisible(working);
    bar.setManaged(working);
    bar.setProgress(latest == null ? 0 : Math.max(0, latest.fraction()));
    detail.setText(words(item, state, latest));
  }

  private static String words(
      QueueRow.Item item, RunState state, ProgressEvent.@Nullable Progress latest) {
    if (item.waits()) {
      return item.waitingPlace() == 0 ? "next" : "place " + (item.waitingPlace() + 1);
    }
    if (state.ended()) {
      return "";
    }
    String where = item.inWorker() ? "own process" : "this process";
    if (latest == null || latest.fraction() < 0) {
      return item.run().phase().get().words() + " · " + where;
    }
    String left =
        state == RunState.RUNNING && Double.isFinite(latest.secondsLeft())
            ? " · " + Numbers.clock(latest.secondsLeft()) + " left"
            : "";
    return String.format(Locale.ROOT, "%.0f %%%s · %s", 100 * latest.fraction(), left, where);
  }
}
