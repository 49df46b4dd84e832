package io.makerbench.workbench.replay;

import io.makerbench.config.InputException;
import io.makerbench.workbench.panel.TextWidths;
import io.makerbench.workbench.plot.Numbers;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * How resting sizes are coloured: sliders for the sizes at which the colours begin and end, and a
 * menu with the scale of colours, its strength, and the same two sizes as numbers.
 */
final class HeatBar extends HBox {
  private static final double GAP = 8;
  private static final double SLIDER_WIDTH = 60;
  private static final double LEAST_SLIDER = 24;
  private static final double FIELD_WIDTH = 96;
  private static final double SAMPLE_WIDTH = 84;
  private static final double SAMPLE_HEIGHT = 12;
  private static final int SAMPLE_STOPS = 8;

  private final Pictures pictures;
  private final Consumer<String> problem;
  private final MenuButton menu = new MenuButton("Colours");
  private final ToggleGroup scales = new ToggleGroup();
  private final Slider lower = slider("replay-cut-lower", "Sizes below this are not coloured");
  private final Slider upper = slider("replay-cut-upper", "Sizes above this have the last colour");
  private final Slider strength = slider("replay-heat-strength", "Strength of the colours");
  private final TextField lowest = field("replay-cut-lowest", "Size at which colours begin");
  private final TextField largest = field("replay-cut-largest", "Size at which colours end");
  private @Nullable ReplayData data;
  private boolean following;

  /**
   * @param problem told what is wrong with a size
   */
  HeatBar(Pictures pictures, Consumer<String> problem) {
    super(GAP);
    this.pictures = pictures;
    this.problem = problem;
    setAlignment(Pos.CENTER_LEFT);
    PlaybackBar.describe(menu, "replay-colours", "Colours of resting sizes, and exact sizes");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.setOnShowing(event -> follow()); // the theme may be another one
    fillMenu();
    lower.valueProperty().subscribe((old, now) -> cutByShares(lower));
    upper.valueProperty().subscribe((old, now) -> cutByShares(upper));
    strength
        .valueProperty()
        .subscribe((old, value) -> {
          if (!following) {
            change(pictures.look().heat().strength(value.doubleValue()));
          }
        });
    lowest.setOnAction(event -> cutBySizes());
    largest.setOnAction(event -> cutBySizes());
    pictures.looks().subscribe(look -> follow());
    getChildren().addAll(menu, lower, upper);
  }

  private void fillMenu() {
    for (HeatColours colours : HeatColours.values()) {
      RadioMenuItem item = new RadioMenuItem(colours.toString(), new Rectangle());
      item.setUserData(colours);
      item.setToggleGroup(scales);
      item.setOnAction(event -> change(pictures.look().heat().in(colours)));
      menu.getItems().add(item);
    }
    GridPane grid = new GridPane(GAP, GAP);
    grid.addRow(0, new Label("Strength"), strength);
    grid.addRow(1, new Label("From size"), lowest);
    grid.addRow(2, new Label("To size"), largest);
    CustomMenuItem exact = new CustomMenuItem(grid, false);
    exact.getStyleClass().add("still");
    menu.getItems().addAll(new SeparatorMenuItem(), exact);
  }

  /** Colours the sizes of this recording from now on. */
  void show(ReplayData shown) {
    data = shown;
    follow();
  }

  /** Moves the controls to where the look has them. */
  private void follow() {
    ReplayData of = data;
    HeatLook heat = pictures.look().heat();
    following = true;
    strength.setValue(heat.strength());
    scales
        .getToggles()
        .forEach(toggle -> toggle.setSelected(toggle.getUserData() == heat.colours()));
    menu.getItems()
        .forEach(item -> {
          if (item instanceof RadioMenuItem scale
              && scale.getUserData() instanceof HeatColours colours) {
            scale.setGraphic(sample(colours, pictures.style().ground()));
          }
        });
    if (of != null) {
      CutOff cut = heat.cutOff();
      float from = cut.lowerLots(of);
      float to = cut.upperLots(of);
      boolean shares = cut.measure() == CutOff.Measure.SHARE;
      lower.setValue(shares ? cut.lower() : of.depth().share(from));
      upper.setValue(shares ? cut.upper() : of.depth().share(to));
      lowest.setText(Numbers.precise(of.instrument().size(Math.round((double) from))));
      largest.setText(Numbers.precise(of.instrument().size(Math.round((double) to))));
    }
    following = false;
  }

  private static Rectangle sample(HeatColours colours, Ground ground) {
    Stop[] stops = new Stop[SAMPLE_STOPS];
    for (int i = 0; i < SAMPLE_STOPS; i++) {
      double place = i / (SAMPLE_STOPS - 1.0);
      int step = (int) Math.round(place * (HeatColours.STEPS - 1));
      stops[i] = new Stop(place, MarketAxes.colour(colours.colour(ground, step)));
    }
    return new Rectangle(
        SAMPLE_WIDTH,
        SAMPLE_HEIGHT,
        new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops));
  }

  private void change(HeatLook heat) {
    pictures.look(pictures.look().with(heat));
  }

  private void cutByShares(Slider moved) {
    if (following) {
      return;
    }
    if (lower.getValue() > upper.getValue()) {
      (moved == lower ? upper : lower).setValue(moved.getValue());
    }
    CutOff cut = new CutOff(CutOff.Measure.SHARE, lower.getValue(), upper.getValue());
    change(pictures.look().heat().cutOff(cut));
  }

  private void cutBySizes() {
    try {
      double from = size(lowest);
      double to = size(largest);
      if (from >= to) {
        throw new InputException(
            "Colours cannot begin at %s and end at %s; the second size must be the larger one."
                .formatted(lowest.getText(), largest.getText()));
      }
      change(pictures.look().heat().cutOff(new CutOff(CutOff.Measure.SIZE, from, to)));
    } catch (InputException e) {
      problem.accept(String.valueOf(e.getMessage()));
    }
  }

  private static double size(TextField field) {
    try {
      double size = Double.parseDouble(field.getText().strip().replace('−', '-'));
      if (size >= 0 && Double.isFinite(size)) {
        return size;
      }
    } catch (NumberFormatException e) {
      throw new InputException(
          "\"%s\" is no size; write a number, for example 2.5.".formatted(field.getText()), e);
    }
    throw new InputException(
        "A size of %s cannot rest; write 0 or more.".formatted(field.getText()));
  }

  private static Slider slider(String id, String words) {
    Slider slider = new Slider(0, 1, 0);
    slider.setPrefWidth(SLIDER_WIDTH);
    slider.setMinWidth(LEAST_SLIDER); // so that no button is cut in a narrow window
    PlaybackBar.describe(slider, id, words);
    return slider;
  }

  private static TextField field(String id, String words) {
    TextField field = new TextField();
    TextWidths.prefer(field, FIELD_WIDTH);
    PlaybackBar.describe(field, id, words + ", base currency (Enter)");
    return field;
  }
}
