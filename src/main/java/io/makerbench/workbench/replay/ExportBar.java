package io.makerbench.workbench.replay;

import io.makerbench.config.InputException;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.TextWidths;
import java.nio.file.Path;
import java.util.function.IntFunction;
import javafx.concurrent.Worker;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Saves what the replay shows as a picture, or a stretch of it as numbered pictures, in the folder
 * {@code pictures} of the run. Saving goes on in the background, shows how far it is, and can be
 * cancelled.
 */
final class ExportBar extends HBox {
  private static final double GAP = 8;
  private static final double TIME_WIDTH = 110;
  private static final double STEP_WIDTH = 60;
  private static final double NS_PER_SECOND = 1e9;
  private static final long FIRST_CLIP_NS = 10_000_000_000L;

  private final Desk desk;
  private final Pictures pictures;
  private final ComboBox<Integer> scale = new ComboBox<>();
  private final TextField from = field("replay-clip-from", "First moment of the clip, UTC");
  private final TextField to = field("replay-clip-to", "Last moment of the clip, UTC");
  private final TextField step = field("replay-clip-step", "Seconds from picture to picture");
  private final ProgressBar progress = new ProgressBar(0);
  private final Label count = new Label();
  private final Button cancel = button("replay-clip-cancel", "Cancel", "mdal-close");
  private @Nullable Replay replay;
  private @Nullable Path folder;
  private @Nullable ClipTask running;

  ExportBar(Desk desk, Pictures pictures) {
    super(GAP);
    this.desk = desk;
    this.pictures = pictures;
    setId("replay-export");
    setAlignment(Pos.CENTER_LEFT);
    setUpFields();
    Button still = button("replay-save-picture", "Save picture", "mdmz-photo_camera");
    still.setOnAction(event -> savePicture());
    Button clip = button("replay-save-clip", "Save clip", "mdmz-movie");
    clip.setOnAction(event -> saveClip());
    cancel.setOnAction(event -> cancel());
    getChildren().addAll(caption("Scale"), scale, still, caption("Clip from"), from);
    getChildren().addAll(caption("to"), to, caption("every"), step, caption("s"), clip);
    getChildren().addAll(PlaybackBar.spacer(), progress, count, cancel);
    idle();
  }

  private void setUpFields() {
    scale.getItems().setAll(1, 2, 3, 4);
    scale.setValue(2);
    PlaybackBar.describe(scale, "replay-export-scale", "Pixels for each pixel of the screen");
    TextWidths.prefer(from, TIME_WIDTH);
    TextWidths.prefer(to, TIME_WIDTH);
    TextWidths.prefer(step, STEP_WIDTH);
    step.setText("0.5");
    progress.setAccessibleText("Progress of the clip");
  }

  private static TextField field(String id, String words) {
    TextField field = new TextField();
    PlaybackBar.describe(field, id, words);
    return field;
  }

  private static Button button(String id, String words, String icon) {
    Button button = new Button(words, new FontIcon(icon));
    button.setMinWidth(USE_PREF_SIZE);
    PlaybackBar.describe(button, id, words);
    return button;
  }

  private static Label caption(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("text-muted");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  /** Saves pictures of this replay from now on. */
  void show(Replay shown, Path runFolder) {
    replay = shown;
    folder = runFolder.resolve("pictures");
  }

  /** Shows the bar, with a clip that begins at the cursor. */
  void open() {
    Pictures.visible(this, true);
    if (replay != null) {
      long cursor = replay.playback().cursor();
      from.setText(AxisTicks.time(cursor, 1));
      to.setText(AxisTicks.time(Math.min(cursor + FIRST_CLIP_NS, replay.data().endNs()), 1));
    }
  }

  /** Saves the picture at the cursor. */
  void savePicture() {
    Replay shown = replay;
    Path place = folder;
    if (shown != null && place != null) {
      long cursor = shown.playback().cursor();
      Path file = place.resolve(name(shown, cursor) + ".png");
      save(ClipPlan.still(cursor), file, picture -> file);
    }
  }

  private void saveClip() {
    Replay shown = replay;
    Path place = folder;
    if (shown == null || place == null) {
      return;
    }
    try {
      long start = shown.instantOf(from.getText());
      ClipPlan plan = new ClipPlan(start, shown.instantOf(to.getText()), stepNs());
      Path clip = place.resolve(name(shown, start));
      save(plan, clip, picture -> clip.resolve("%05d.png".formatted(picture + 1)));
    } catch (InputException e) {
      desk.notices().done(String.valueOf(e.getMessage()));
    }
  }

  private long stepNs() {
    try {
      return Math.round(Double.parseDouble(step.getText().strip()) * NS_PER_SECOND);
    } catch (NumberFormatException e) {
      throw new InputException(
          "\"%s\" is no step; write the seconds from picture to picture as a number, for example 0.5."
              .formatted(step.getText()),
          e);
    }
  }

  private static String name(Replay shown, long instantNs) {
    String time = AxisTicks.time(instantNs, 1).replace(':', '-');
    return "%s %s %s"
        .formatted(shown.data().episode().policy(), shown.data().episode().window(), time);
  }

  private void save(ClipPlan plan, Path place, IntFunction<Path> files) {
    Replay shown = replay;
    if (running != null || shown == null) {
      desk.notices().done("Pictures are being saved already; cancel them or wait.");
      return;
    }
    double pixels = scale.getValue();
    ClipTask task =
        new ClipTask(plan, () -> new ExportStage(pictures, shown.data(), pixels), files);
    running = task;
    busy(task);
    task.stateProperty().addListener((property, old, state) -> ended(task, state, place));
    desk.background().run(task.getTitle(), task::run);
  }

  private void ended(ClipTask task, Worker.State state, Path place) {
    switch (state) {
      case SUCCEEDED -> desk.notices().done("Saved as " + place + ".");
      case CANCELLED -> desk.notices().done("Cancelled; the pictures so far are in " + place + ".");
      case FAILED ->
          desk.notices()
              .failed("The pictures could not be saved in " + place + ".", task.getException());
      default -> {
        return;
      }
    }
    running = null;
    idle();
  }

  private void cancel() {
    if (running != null) {
      running.cancel(false);
    }
  }

  private void busy(ClipTask task) {
    progress.progressProperty().bind(task.progressProperty());
    count.textProperty().bind(task.messageProperty());
    show(true);
  }

  private void idle() {
    progress.progressProperty().unbind();
    count.textProperty().unbind();
    show(false);
  }

  private void show(boolean working) {
    for (Node node : new Control[] {progress, count, cancel}) {
      Pictures.visible(node, working);
    }
  }
}
