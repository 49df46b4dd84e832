package io.makerbench.workbench.monitor;

import atlantafx.base.theme.Styles;
import io.makerbench.experiment.ProgressEvent;
import io.makerbench.experiment.RunState;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.panel.RunLooks;
import io.makerbench.workbench.plot.Numbers;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Colour, name, state and progress of a run in the list; a waiting one can be moved and removed by
 * its buttons. It is made where a run is shown: a list fills its side with lines, most of which are
 * empty.
 */
final class QueueCard {
  private static final double DOT_RADIUS = 5;

  private final QueueActions actions;
  private final RunLooks looks;
  private final ObservableValue<Palette> palette;
  private final Circle dot = new Circle(DOT_RADIUS);
  private final Label name = new Label();
  private final Label badge = new Label();
  private final Label detail = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final Button up;
  private final Button down;
  private final HBox tools;
  private final VBox root;
  private QueueRow.@Nullable Item shown;
  private Subscription following = Subscription.EMPTY;

  QueueCard(QueueActions actions, RunLooks looks, ObservableValue<Palette> palette) {
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
    up = tool("mdoal-arrow_upward", "Move up", run -> actions.move(run, -1));
    down = tool("mdoal-arrow_downward", "Move down", run -> actions.move(run, 1));
    tools = new HBox(up, down, tool("mdoal-close", "Take out of the queue", actions::takeOut));
    tools.setMinWidth(Region.USE_PREF_SIZE);
    HBox second = new HBox(detail, tools);
    second.getStyleClass().add("queue-line");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("small");
    bar.setAccessibleText("Progress of the run");
    root = new VBox(first, bar, second);
    root.getStyleClass().add("queue-run");
  }

  private Button tool(String icon, String words, Consumer<LiveRun> action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "run-look");
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(event -> {
      if (shown != null) {
        action.accept(shown.run());
      }
    });
    return button;
  }

  Node view() {
    return root;
  }

  /** Follows a run until it is left. */
  void show(QueueRow.Item item) {
    shown = item;
    LiveRun run = item.run();
    String folder = run.folder().name();
    name.setText(Overlay.brief(folder));
    name.setTooltip(new Tooltip(folder));
    dot.setFill(palette.getValue().curve(looks.colour(folder)));
    tools.setVisible(item.waits());
    tools.setManaged(item.waits());
    up.setDisable(item.waitingPlace() == 0);
    down.setDisable(item.waitingPlace() == actions.waiting() - 1);
    following =
        run.state()
            .subscribe(state -> follow(item))
            .and(run.progress().subscribe(progress -> follow(item)));
  }

  /** Follows no run any more. */
  void leave() {
    following.unsubscribe();
    following = Subscription.EMPTY;
    shown = null;
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
