package io.makerbench.workbench.monitor;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import io.makerbench.workbench.panel.TextWidths;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** How curves are drawn: which of them, over what, how smooth, on which scale. */
final class CurveOptions {
  private static final double FIRST_WEIGHT = 0.6;
  private static final double HIGHEST_WEIGHT = 0.999;

  /** What the x axis counts. */
  enum Across {
    STEPS("Steps", "Over the steps learned from: ticks, or epochs where it imitates"),
    TIME("Time", "Over the time of work since each run began, without its pauses"),
    CLOCK("Clock", "Over the date and time of day at which it was learned, pauses and all"),
    EPISODES("Episodes", "Over the episodes of its training that each run has begun");

    private final String words;
    private final String hint;

    Across(String words, String hint) {
      this.words = words;
      this.hint = hint;
    }

    /** Where the steps of a run lie on the axis; on the axis of steps there is none. */
    StepScale scale(MetricSeries metrics) {
      return switch (this) {
        case STEPS -> throw new IllegalStateException("Steps need no scale");
        case TIME -> metrics.work();
        case CLOCK -> metrics.clock();
        case EPISODES -> metrics.episodes();
      };
    }
  }

  private final ObjectProperty<CurvePage> page = new SimpleObjectProperty<>(CurvePage.LEARNING);
  private final ObjectProperty<Across> across = new SimpleObjectProperty<>(Across.STEPS);
  private final Slider smoothing = new Slider(0, HIGHEST_WEIGHT, FIRST_WEIGHT);
  private final ToggleSwitch logarithmic = new ToggleSwitch("Log scale");
  private final ToggleSwitch means = new ToggleSwitch("Mean of seeds");
  private final ToggleSwitch outliers = new ToggleSwitch("Ignore outliers");
  private final ToggleButton follow = new ToggleButton("Follow", new FontIcon("mdoal-last_page"));
  private final FlowPane root;

  /**
   * @param whole shows the whole of the curves
   */
  CurveOptions(Runnable whole) {
    smoothing.setId("smoothing");
    smoothing.setAccessibleText("Smoothing of the curves");
    Label weight = new Label();
    TextWidths.least(weight, 40);
    smoothing
        .valueProperty()
        .subscribe(
            value -> weight.setText(String.format(Locale.ROOT, "%.3f", value.doubleValue())));
    HBox smooth = new HBox(new Label("Smoothing"), smoothing, weight);
    smooth.getStyleClass().add("curve-option");
    means.setId("mean-of-seeds");
    means.setTooltip(
        new Tooltip(
            "Runs that differ in nothing but the seed become one line, with the 95 % confidence"
                + " interval of their mean"));
    offerMeans(false);
    logarithmic.setId("log-scale");
    logarithmic.setTooltip(new Tooltip("Losses and gradients on a logarithmic axis"));
    outliers.setId("ignore-outliers");
    outliers.setTooltip(
        new Tooltip("The value axes leave out the highest and the lowest 5 % of what is in view"));
    follow.setId("follow");
    follow.getStyleClass().add("quiet-toggle");
    follow.setSelected(true);
    follow.setTooltip(
        new Tooltip("Keep the newest in view. Off: the stretch in view stands still"));
    Button all = new Button("Whole run");
    all.setId("whole-run");
    all.setTooltip(new Tooltip("Undo the zoom: double-click in a plot does the same"));
    all.setOnAction(event -> whole.run());
    root =
        new FlowPane(
            choice(CurvePage.values(), page, CurvePage::words, CurvePage::hint),
            choice(Across.values(), across, choice -> choice.words, choice -> choice.hint),
            smooth,
            means,
            logarithmic,
            outliers,
            follow,
            all);
    root.getStyleClass().add("curve-options");
  }

  private static <T extends Enum<T>> Node choice(
      T[] all, ObjectProperty<T> chosen, Function<T, String> words, Function<T, String> hint) {
    ToggleGroup group = new ToggleGroup();
    HBox buttons = new HBox();
    Arrays.stream(all)
        .forEach(one -> {
          ToggleButton button = new ToggleButton(words.apply(one));
          button.setId("curves-" + one.name().toLowerCase(Locale.ROOT));
          button.setTooltip(new Tooltip(hint.apply(one)));
          button.setToggleGroup(group);
          button.setSelected(one == chosen.get());
          button.setOnAction(event -> {
            button.setSelected(true); // a second press chooses it again
            chosen.set(one);
          });
          buttons.getChildren().add(button);
        });
    buttons.getChildren().getFirst().getStyleClass().add(Styles.LEFT_PILL);
    for (Node middle : buttons.getChildren().subList(1, all.length - 1)) {
      middle.getStyleClass().add(Styles.CENTER_PILL);
    }
    buttons.getChildren().getLast().getStyleClass().add(Styles.RIGHT_PILL);
    return buttons;
  }

  Node view() {
    return root;
  }

  ObjectProperty<CurvePage> page() {
    return page;
  }

  ObjectProperty<Across> across() {
    return across;
  }

  /** Weight of the past in smoothing. */
  DoubleProperty weight() {
    return smoothing.valueProperty();
  }

  /** Whether seeds of one configuration are drawn as their mean. */
  BooleanProperty means() {
    return means.selectedProperty();
  }

  /** Means are offered only where there are several seeds. */
  void offerMeans(boolean possible) {
    means.setVisible(possible);
    means.setManaged(possible);
  }

  /** Whether value axes leave out what is far from the rest. */
  BooleanProperty withoutOutliers() {
    return outliers.selectedProperty();
  }

  /** Whether the newest stays in view. */
  BooleanProperty follow() {
    return follow.selectedProperty();
  }

  BooleanProperty logarithmic() {
    return logarithmic.selectedProperty();
  }
}
