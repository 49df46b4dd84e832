package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.TextWidths;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
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
  private final HeatBar heat;
  private final Button now = new Button(null, new FontIcon("mdmz-my_location"));
  private String sideKey = "";
  private boolean filling;

  /**
   * @param asked told what a user asks for
   */
  PictureBar(Pictures pictures, Asked asked) {
    this.pictures = pictures;
    heat = new HeatBar(pictures, asked::problem);
    Runnable choice = asked::choice;
    setUpChoice(windows, "replay-window", "Window of the evaluation", WINDOW_WIDTH, choice);
    setUpChoice(
        policies, "replay-policy", "Policy that acted: agent or baseline", POLICY_WIDTH, choice);
    setUpChoice(others, "replay-beside", "Another policy at the same moment", POLICY_WIDTH, choice);
    setUpColumns();
    PlaybackBar.describe(now, "replay-now", "Back to now: follow the cursor again");
    now.setOnAction(event -> asked.backToNow());
    chosen.getChildren().addAll(windows, policies, caption("beside"), others);
    LayerMenu layers = new LayerMenu(pictures, asked::lookForAll);
    SpanMenu spans = new SpanMenu(asked::span, asked::wholeWindow);
    looks.getChildren().addAll(layers, heat, ladder, agent, export, spans, now);
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
    TextWidths.prefer(box, width);
    TextWidths.least(box, LEAST_WIDTH);
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

  /** What a user asks for. */
  interface Asked {
    /** Another window, policy or other policy was chosen. */
    void choice();

    /** Follow the cursor again. */
    void backToNow();

    /** Show so much time, ns. */
    void span(long spanNs);

    /** Show the whole window. */
    void wholeWindow();

    /** Have all instruments look like this one. */
    void lookForAll();

    /** Something typed is wrong; why, in a sentence. */
    void problem(String words);
  }

  /** Colours the sizes of this recording from now on. */
  void show(ReplayData shown) {
    heat.show(shown);
    offerSide(shown.board());
  }

  /** Marks the way back to now while the pictures do not follow the cursor. */
  void mark(Following following) {
    boolean marked = now.getStyleClass().contains("accent");
    if (marked == (following == Following.YES)) {
      if (marked) {
        now.getStyleClass().remove("accent");
      } else {
        now.getStyleClass().add("accent");
      }
    }
  }

  /** Whether pictures follow the cursor. */
  enum Following {
    YES,
    NO
  }

  /** Offers what stands beside or above the market: a ladder, or a board of several venues. */
  private void offerSide(Board board) {
    boolean one = board instanceof Board.None;
    ladder.setText(one ? "Ladder" : "Venues");
    hintSide();
    Pictures.visible(heat, one);
  }

  /** Names the keys of these commands on the controls that give them too. */
  void hint(ReplayCommands commands) {
    PlaybackBar.hint(now, "Back to now: follow the cursor again", commands.of("follow"));
    PlaybackBar.hint(agent, "Agent: show or hide", commands.of("agent"));
    commands
        .of("side")
        .keys()
        .now()
        .subscribe(keys -> {
          sideKey = keys == null ? "" : " (" + keys.getDisplayText() + ")";
          hintSide();
        });
  }

  private void hintSide() {
    String words = ladder.getText() + ": show or hide" + sideKey;
    PlaybackBar.describe(ladder, ladder.getId(), words);
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
