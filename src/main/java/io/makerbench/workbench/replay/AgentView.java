package io.makerbench.workbench.replay;

import io.makerbench.env.Episode;
import io.makerbench.experiment.Recollection;
import io.makerbench.system.RewardTerm;
import io.makerbench.workbench.plot.Numbers;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What the policy saw and thought at its last decision before the cursor: every choice with its
 * value or probability, the chosen one marked, every number of its observation, and the reward.
 */
final class AgentView extends ScrollPane {
  private static final double WIDTH = 316;

  private static final double SCROLL_BAR = 14;
  private static final long NS_PER_MS = 1_000_000;

  private final Canvas canvas = new Canvas();
  private final AgentRows rows = new AgentRows(canvas);
  private final Label words = new Label();
  private final VBox content = new VBox(words, canvas);
  private @Nullable ReplayData data;
  private Mind mind = new Mind.Unknown("");
  private double[] rewardSoFar = new double[0];
  private int drawnTick = -1;

  AgentView() {
    setId("replay-agent");
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setAccessibleText("What the policy saw and thought at the cursor");
    setContent(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("edge-to-edge");
    wide(WIDTH);
    words.setId("replay-agent-words");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().add("muted");
    words.setStyle("-fx-padding: 4 8 8 8;");
  }

  /** Shows the thoughts behind an episode. */
  void show(ReplayData shown, Mind thoughts) {
    data = shown;
    mind = thoughts;
    rewardSoFar = sums(shown.episode().reward());
    drawnTick = -1;
  }

  Mind mind() {
    return mind;
  }

  private void wide(double pixels) {
    setMinWidth(pixels);
    setPrefWidth(pixels);
    setMaxWidth(pixels);
    rows.wide(pixels - SCROLL_BAR);
  }

  void style(PictureStyle style) {
    rows.style(style);
    wide(style.lettering().px(WIDTH));
    drawnTick = -1;
  }

  /** Brings the view up to date with the cursor. */
  void pulse(long cursorNs) {
    if (data == null || !isVisible()) {
      return;
    }
    Moment now = Moment.at(data.episode(), cursorNs);
    if (now.tick() != drawnTick) {
      drawnTick = now.tick();
      show(data, now.tick(), cursorNs);
    }
  }

  private void show(ReplayData of, int tick, long cursorNs) {
    List<AgentRow> shown = new ArrayList<>();
    switch (mind) {
      case Mind.Known known -> {
        Recollection recollection = known.recollection();
        int decision = recollection.at(cursorNs);
        if (decision < 0) {
          words("No decision yet.");
          break;
        }
        words("Decided at " + AxisTicks.time(recollection.time(decision), NS_PER_MS));
        shown.addAll(AgentRow.preferences(recollection, decision));
        shown.addAll(rewards(of.episode(), recollection.rewardTerms(), tick));
        shown.addAll(AgentRow.lastFill(of, cursorNs));
        shown.addAll(AgentRow.observation(recollection, decision));
      }
      case Mind.Unknown unknown -> {
        words(unknown.words());
        shown.addAll(rewards(of.episode(), List.of(), tick));
        shown.addAll(AgentRow.lastFill(of, cursorNs));
      }
    }
    rows.draw(shown);
  }

  private void words(String text) {
    if (!text.equals(words.getText())) {
      words.setText(text);
    }
  }

  private List<AgentRow> rewards(Episode episode, List<RewardTerm> terms, int tick) {
    double since = 0;
    for (int at = tick; at > 0 && !episode.decided()[at]; at--) {
      since += episode.reward()[at];
    }
    List<AgentRow> shown = new ArrayList<>();
    shown.add(AgentRow.title("Reward"));
    shown.add(AgentRow.value("at the tick", Numbers.precise(episode.reward()[tick])));
    for (RewardTerm term : terms) {
      shown.add(AgentRow.value("    " + term.name(), Numbers.precise(term.values()[tick])));
    }
    shown.add(AgentRow.value("since the decision", Numbers.precise(since)));
    shown.add(AgentRow.value("so far", Numbers.precise(rewardSoFar[tick])));
    return shown;
  }

  private static double[] sums(double[] values) {
    double[] sums = values.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return sums;
  }
}
