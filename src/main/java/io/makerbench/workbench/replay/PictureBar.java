package io.makerbench.workbench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What is shown and how: window, policy, another policy beside it, layers, re-centring, cut-offs of
 * the colours, ladder and agent.
 */
final class PictureBar extends StackPane {
  private static final double GAP = 8;
  private static final double LOOKS_GAP = 6;
  private static final double SLIDER_WIDTH = 60;
  private static final double WINDOW_WIDTH = 220;
  private static final double POLICY_WIDTH = 132;
  private static final double LEAST_WIDTH = 132;
  private static final String ALONE = "no other";

  private final Pictures pictures;
  private final HBox chosen = new HBox(GAP);
  private final HBox looks = new HBox(LOOKS_GAP);
  private final ComboBox<String> windows = new ComboBox<>();
  private final ComboBox<String> policies = new ComboBox<>();
  private final ComboBox<String> others = new ComboBox<>();
  private final ToggleButton ladder = toggle("replay-ladder-toggle", "Ladder", "mdmz-reorder");
  private final ToggleButton agent = toggle("replay-agent-toggle", "Agent", "mdmz-psychology");
  private final ToggleButton export = toggle("replay-export-toggle", "Export", "mdmz-photo_camera");
  private final List<Node> cutOffs = new ArrayList<>();
  private boolean filling;

  /**
   * @param chosen told when another window, policy or other policy was chosen
   */
  PictureBar(Pictures pictures, Runnable choice, Runnable backToNow) {
    this.pictures = pictures;
    setUpChoice(windows, "replay-window", "Window of the evaluation", WINDOW_WIDTH, choice);
    setUpChoice(
        policies, "replay-policy", "Policy that acted: agent or baseline", POLICY_WIDTH, choice);
    setUpChoice(others, "replay-beside", "Another policy at the same moment", POLICY_WIDTH, choice);
    setUpColumns();
    Button now = new Button(null, new FontIcon("mdmz-my_location"));
    PlaybackBar.describe(now, "replay-now", "Back to now: follow the cursor again (N)");
    now.setOnAction(event -> backToNow.run());
    chosen.getChildren().addAll(windows, policies, caption("beside"), others);
    looks.getChildren().add(new LayerMenu(pictures));
    addCutOffs();
    looks.getChildren().addAll(cutOffs);
    looks.getChildren().addAll(ladder, agent, export, now);
    chosen.setAlignment(Pos.CENTER_LEFT);
    looks.setAlignment(Pos.CENTER_RIGHT);
    neverCut(chosen);
    neverCut(looks);
    getChildren().add(new FoldingBar(chosen, looks));
  }

  private static void neverCut(HBox part) {
    part.getChildren()
        .forEach(child -> {
          if (child instanceof Labeled label) {
            label.setMinWidth(USE_PREF_SIZE);
          }
        });
  }

  private void setUpChoice(
      ComboBox<String> box, String id, String words, double width, Runnable chosen) {
    PlaybackBar.describe(box, id, words);
    box.setPrefWidth(width);
    box.setMinWidth(LEAST_WIDTH);
    box.setOnAction(event -> {
      if (!filling && windows.getValue() != null && policies.getValue() != null) {
        chosen.run();
      }
    });
  }

  private void setUpColumns() {
    ladder.setSelected(true);
    ladder.setOnAction(event ->
        pictures.showSide(
            ladder.isSelected() ? MarketColumn.SideShown.YES : MarketColumn.SideShown.NO));
    agent.setOnAction(event -> Pictures.visible(pictures.agent(), agent.isSelected()));
  }

  private static ToggleButton toggle(String id, String words, String icon) {
    ToggleButton button = new ToggleButton(words, new FontIcon(icon));
    button.getStyleClass().add("quiet-toggle");
    PlaybackBar.describe(button, id, words + ": show or hide");
    return button;
  }

  /** Offers what stands beside or above the market: a ladder, or a board of several venues. */
  void offerSide(Board board) {
    boolean one = board instanceof Board.None;
    ladder.setText(one ? "Ladder" : "Venues");
    PlaybackBar.describe(ladder, ladder.getId(), ladder.getText() + ": show or hide (C)");
    cutOffs.forEach(node -> Pictures.visible(node, one));
  }

  /** Shows or hides the ladder or board, or the agent's mind, as their buttons do. */
  void toggleLadder() {
    ladder.fire();
  }

  void toggleAgent() {
    agent.fire();
  }

  /** The button of the agent's mind; its work begins when it is shown. */
  ReadOnlyBooleanProperty agentShown() {
    return agent.selectedProperty();
  }

  /** The button of saving pictures. */
  ReadOnlyBooleanProperty exportShown() {
    return export.selectedProperty();
  }

  private void addCutOffs() {
    Slider lower = slider("replay-cut-lower", 0, "Lower cut-off: sizes below it are not coloured");
    Slider upper =
        slider("replay-cut-upper", Look.FIRST_UPPER, "Upper cut-off: sizes above it are brightest");
    Consumer<Slider> apply =
        moved -> {
          if (lower.getValue() > upper.getValue()) {
            (moved == lower ? upper : lower).setValue(moved.getValue());
          }
          pictures.look(pictures.look().cutOff(lower.getValue(), upper.getValue()));
        };
    lower.valueProperty().addListener((property, old, now) -> apply.accept(lower));
    upper.valueProperty().addListener((property, old, now) -> apply.accept(upper));
    cutOffs.addAll(List.of(caption("Colours"), lower, upper));
  }

  private static Slider slider(String id, double value, String words) {
    Slider slider = new Slider(0, 1, value);
    slider.setPrefWidth(SLIDER_WIDTH);
    PlaybackBar.describe(slider, id, words);
    return slider;
  }

  /** Offers what a run has and chooses the first of each, or what was chosen if it is there. */
  void offer(EpisodeLibrary.Contents contents) {
    filling = true;
    offer(windows, contents.windows());
    offer(policies, contents.policies());
    List<String> beside = new ArrayList<>(List.of(ALONE));
    beside.addAll(contents.policies());
    offer(others, beside);
    filling = false;
  }

  private static void offer(ComboBox<String> box, List<String> items) {
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

  /** The policy to show beside the first; null for none, or the same one. */
  @Nullable String beside() {
    String other = others.getValue();
    return other == null || other.equals(ALONE) || other.equals(policy()) ? null : other;
  }

  private static Label caption(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("text-muted");
    return label;
  }
}
