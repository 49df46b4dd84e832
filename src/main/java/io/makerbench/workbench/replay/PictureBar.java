package io.makerbench.workbench.replay;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is shown and how: window, policy, layers, cut-offs of the colours, re-centring. */
final class PictureBar extends HBox {
  private static final double GAP = 8;
  private static final double SLIDER_WIDTH = 84;
  private static final double WINDOW_WIDTH = 250;
  private static final double POLICY_WIDTH = 160;
  private static final double FIRST_UPPER = 0.97;

  private final ComboBox<String> windows = new ComboBox<>();
  private final ComboBox<String> policies = new ComboBox<>();
  private final Label fillRule = new Label();
  private boolean filling;

  PictureBar(MarketView market, BiConsumer<String, String> choose, Runnable backToNow) {
    super(GAP);
    setAlignment(Pos.CENTER_LEFT);
    setUpChoice(windows, "replay-window", "Window of the evaluation", choose);
    setUpChoice(policies, "replay-policy", "Policy that acted: agent or baseline", choose);
    windows.setPrefWidth(WINDOW_WIDTH);
    windows.setMinWidth(WINDOW_WIDTH);
    policies.setPrefWidth(POLICY_WIDTH);
    fillRule.setId("replay-fill-rule");
    fillRule.getStyleClass().add("text-muted");
    Button now = new Button("Back to now", new FontIcon("mdmz-my_location"));
    PlaybackBar.describe(now, "replay-now", "Follow the cursor again (N)");
    now.setOnAction(event -> backToNow.run());
    getChildren()
        .addAll(
            caption("Window"),
            windows,
            caption("Policy"),
            policies,
            fillRule,
            PlaybackBar.spacer(),
            layers(market),
            caption("Colours"));
    addCutOffs(market);
    getChildren().addAll(caption("Re-centre"), recentre(market), now);
    getChildren()
        .forEach(child -> {
          if (child instanceof Label label) {
            label.setMinWidth(USE_PREF_SIZE);
          }
        });
  }

  private void setUpChoice(
      ComboBox<String> box, String id, String words, BiConsumer<String, String> choose) {
    PlaybackBar.describe(box, id, words);
    box.setOnAction(event -> {
      if (!filling && windows.getValue() != null && policies.getValue() != null) {
        choose.accept(policies.getValue(), windows.getValue());
      }
    });
  }

  private static MenuButton layers(MarketView market) {
    MenuButton menu = new MenuButton("Layers");
    PlaybackBar.describe(menu, "replay-layers", "Parts of the picture to show");
    for (Layer layer : Layer.values()) {
      CheckMenuItem item = new CheckMenuItem(layer.toString());
      item.setSelected(true);
      item.selectedProperty().addListener((property, old, now) -> market.layer(layer, now));
      menu.getItems().add(item);
    }
    menu.getItems().add(new SeparatorMenuItem());
    ToggleGroup colours = new ToggleGroup();
    menu.getItems().add(fillColours(market, null, "Fills coloured by side", colours));
    for (Horizon horizon : Horizon.values()) {
      String words = "Fills coloured by markout after " + horizon;
      menu.getItems().add(fillColours(market, horizon, words, colours));
    }
    return menu;
  }

  private static RadioMenuItem fillColours(
      MarketView market, @Nullable Horizon horizon, String words, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(words);
    item.setToggleGroup(group);
    item.setSelected(horizon == null);
    item.setOnAction(event -> market.fillColours(horizon));
    return item;
  }

  private void addCutOffs(MarketView market) {
    Slider lower = slider("replay-cut-lower", 0, "Lower cut-off: sizes below it are not coloured");
    Slider upper =
        slider("replay-cut-upper", FIRST_UPPER, "Upper cut-off: sizes above it are brightest");
    Consumer<Slider> apply =
        moved -> {
          if (lower.getValue() > upper.getValue()) {
            (moved == lower ? upper : lower).setValue(moved.getValue());
          }
          market.cutOff(lower.getValue(), upper.getValue());
        };
    lower.valueProperty().addListener((property, old, now) -> apply.accept(lower));
    upper.valueProperty().addListener((property, old, now) -> apply.accept(upper));
    getChildren().addAll(lower, upper);
  }

  private static Slider slider(String id, double value, String words) {
    Slider slider = new Slider(0, 1, value);
    slider.setPrefWidth(SLIDER_WIDTH);
    PlaybackBar.describe(slider, id, words);
    return slider;
  }

  private static ComboBox<Recentre> recentre(MarketView market) {
    ComboBox<Recentre> box = new ComboBox<>();
    box.getItems().setAll(Recentre.values());
    box.setValue(Recentre.AT_EDGE);
    PlaybackBar.describe(
        box, "replay-recentre", "When the picture moves to keep the mid price in sight");
    box.setOnAction(event -> {
      Camera camera = market.camera();
      if (camera != null) {
        camera.recentre(box.getValue());
      }
    });
    return box;
  }

  /** Offers what a run has and chooses the first of each, or what was chosen if it is there. */
  void offer(EpisodeLibrary.Contents contents) {
    filling = true;
    offer(windows, contents.windows());
    offer(policies, contents.policies());
    filling = false;
  }

  private static void offer(ComboBox<String> box, java.util.List<String> items) {
    String before = box.getValue();
    box.getItems().setAll(items);
    box.setValue(items.contains(before) ? before : items.isEmpty() ? null : items.getFirst());
  }

  String window() {
    return windows.getValue();
  }

  String policy() {
    return policies.getValue();
  }

  void showFillRule(String rule) {
    fillRule.setText("Fill rule " + rule);
  }

  private static Label caption(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("text-muted");
    return label;
  }
}
