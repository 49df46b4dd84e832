package io.makerbench.workbench.replay;

import io.makerbench.config.InputException;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.Palette;
import io.makerbench.workbench.panel.TextWidths;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Play, step, speed and jumps. Each control tells its key in its tooltip. */
final class PlaybackBar extends StackPane {
  private static final double GAP = 6;
  private static final double TIME_WIDTH = 96;

  private final Consumer<String> problem;
  private final Button play = button("replay-play", "mdmz-play_arrow", "Play or pause");
  private final ComboBox<Step> stepBy = new ComboBox<>();
  private final ComboBox<Speed> speed = new ComboBox<>();
  private final Scrubber scrubber = new Scrubber(this::seek);
  private final TextField jumpTo = new TextField();
  private final JumpMenu jumps = new JumpMenu();
  private final Label status = new Label();
  private @Nullable Replay replay;

  /**
   * A bar that does nothing until {@link #show}.
   *
   * @param problem told what is wrong with a time that cannot be jumped to
   */
  PlaybackBar(Consumer<String> problem) {
    this.problem = problem;
    setId("replay-bar");
    Button fillBack = button("replay-previous-fill", "mdal-fast_rewind", "Previous fill (Shift+←)");
    Button back = button("replay-back", "mdmz-skip_previous", "Step back (←)");
    Button forward = button("replay-forward", "mdmz-skip_next", "Step forward (→)");
    Button fill = button("replay-next-fill", "mdal-fast_forward", "Next fill (Shift+→)");
    fillBack.setOnAction(event -> back(Step.FILL));
    back.setOnAction(event -> back(step()));
    forward.setOnAction(event -> forward(step()));
    fill.setOnAction(event -> forward(Step.FILL));
    play.setOnAction(event -> toggle());
    setUpChoices();
    HBox.setHgrow(scrubber, Priority.ALWAYS);
    setUpJumps();
    status.setId("replay-status");
    TextWidths.least(status, TIME_WIDTH);
    status.setAlignment(Pos.CENTER);
    HBox steps = new HBox(GAP, fillBack, back, play, forward, fill);
    steps.getChildren().addAll(caption("Step by"), stepBy, caption("Speed"), speed);
    HBox place = new HBox(GAP, scrubber, status, jumpTo, jumps);
    stepBy.setMinWidth(USE_PREF_SIZE);
    speed.setMinWidth(USE_PREF_SIZE);
    jumps.setMinWidth(USE_PREF_SIZE);
    steps.setAlignment(Pos.CENTER_LEFT);
    place.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(new FoldingBar(steps, place));
  }

  private void setUpChoices() {
    stepBy.getItems().setAll(Step.values());
    stepBy.setValue(Step.TICK);
    describe(stepBy, "replay-step", "What ← and → step to");
    speed.getItems().setAll(Speed.values());
    speed.setValue(Speed.X10);
    describe(speed, "replay-speed", "Speed of market time (↑ faster, ↓ slower)");
  }

  private void setUpJumps() {
    describe(jumpTo, "replay-jump-to", "Time of day to jump to, UTC, for example 14:05:30 (Enter)");
    jumpTo.setPromptText("hh:mm:ss");
    TextWidths.prefer(jumpTo, TIME_WIDTH);
    TextWidths.least(jumpTo, TIME_WIDTH);
    jumpTo.setOnAction(event -> jumpTo(jumpTo.getText()));
    jumpTo.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            jumpTo.clear();
            play.requestFocus(); // the keys of the page work again
          }
        });
  }

  /** Controls this replay from now on. */
  void show(Replay shown) {
    jumps.show(shown);
    replay = shown;
    mark();
    speed.valueProperty().unbind();
    shown.playback().speedProperty().set(speed.getValue());
    speed.setOnAction(event -> shown.playback().speedProperty().set(speed.getValue()));
    shown.playback().speedProperty().addListener((property, old, now) -> speed.setValue(now));
    shown.playback().playingProperty().addListener((property, old, now) -> showPlaying(now));
    showPlaying(shown.playback().playing());
  }

  /** Marks on the scrubber what happened, and the bookmarks as they are now. */
  void mark() {
    if (replay != null) {
      scrubber.show(replay.data(), ScrubberMarks.of(replay, jumps.bookmarks().all()));
    }
  }

  /** Draws in these colours from now on. */
  void palette(Palette palette) {
    scrubber.palette(palette);
  }

  private void showPlaying(boolean playing) {
    play.setGraphic(new FontIcon(playing ? "mdmz-pause" : "mdmz-play_arrow"));
    play.setAccessibleText(playing ? "Pause" : "Play");
  }

  /** Brings the bar up to date with the cursor. */
  void pulse() {
    if (replay == null) {
      return;
    }
    Playback playback = replay.playback();
    scrubber.follow(playback.cursor());
    boolean atEnd = playback.cursor() >= replay.data().endNs();
    String words =
        playback.playing()
            ? "Playing " + playback.speedProperty().get()
            : atEnd ? "At the end" : "Paused";
    if (!words.equals(status.getText())) {
      status.setText(words);
      status.getStyleClass().setAll("badge", playback.playing() ? "running" : "paused");
    }
  }

  /** Names the keys of these commands on the controls that give them too. */
  void hint(ReplayCommands commands) {
    hint(play, "Play or pause", commands.of("toggle"));
  }

  /** What the arrow keys step to. */
  Step step() {
    return stepBy.getValue();
  }

  void toggle() {
    if (replay != null) {
      replay.playback().toggle();
    }
  }

  void forward(Step step) {
    if (replay != null && !replay.playback().forward(step)) {
      problem.accept("No " + step + " follows in this window.");
    }
  }

  void back(Step step) {
    if (replay != null && !replay.playback().back(step)) {
      problem.accept("No " + step + " comes before in this window.");
    }
  }

  void faster() {
    speed.setValue(speed.getValue().faster());
    applySpeed();
  }

  void slower() {
    speed.setValue(speed.getValue().slower());
    applySpeed();
  }

  private void applySpeed() {
    if (replay != null) {
      replay.playback().speedProperty().set(speed.getValue());
    }
  }

  void toKill() {
    if (replay != null && !jumps.toKill()) {
      problem.accept("The kill switch was not set in this window.");
    }
  }

  void toStart() {
    if (replay != null) {
      seek(replay.data().startNs());
    }
  }

  void toEnd() {
    if (replay != null) {
      seek(replay.data().endNs());
    }
  }

  /** Where one can jump. */
  JumpMenu jumps() {
    return jumps;
  }

  private void seek(long instantNs) {
    if (replay != null) {
      replay.playback().seek(instantNs);
    }
  }

  /** Where a time of day is jumped to. */
  Node jumpField() {
    return jumpTo;
  }

  private void jumpTo(String timeOfDay) {
    if (replay == null) {
      return;
    }
    try {
      seek(replay.instantOf(timeOfDay));
    } catch (InputException e) {
      problem.accept(String.valueOf(e.getMessage()));
    }
  }

  private static Label caption(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("text-muted");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Button button(String id, String icon, String words) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("button-icon", "flat");
    button.setFocusTraversable(true);
    describe(button, id, words);
    return button;
  }

  /** Names the key of its command in the tooltip of a control, whichever it is now. */
  static void hint(Control control, String words, Command command) {
    command
        .keys()
        .now()
        .subscribe(keys -> {
          String key = keys == null ? "" : " (" + keys.getDisplayText() + ")";
          describe(control, control.getId(), words + key);
        });
  }

  static void describe(Control control, String id, String words) {
    control.setId(id);
    control.setTooltip(new Tooltip(words));
    control.setAccessibleText(words);
  }

  static Node spacer() {
    HBox spacer = new HBox();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }
}
