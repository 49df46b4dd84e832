package io.makerbench.workbench;

import io.makerbench.experiment.RunFolder;
import io.makerbench.workbench.panel.Appearance;
import io.makerbench.workbench.panel.Background;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Notices;
import io.makerbench.workbench.panel.Panel;
import io.makerbench.workbench.panel.Tasks;
import io.makerbench.workbench.panel.Theme;
import io.makerbench.workbench.panel.Workspace;
import io.makerbench.workbench.plot.ChartPlot;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** One panel on a stage of its own, as the window would show it, with notices that are kept. */
public final class PanelStage {
  private static final double WIDTH = 1400;
  private static final double HEIGHT = 900;
  private static final long PATIENCE_SECONDS = 30;
  private static final int FRAMES_TO_SETTLE = 24;
  private static final int FRAMES_TO_RETURN = 16;

  private final Desk desk;
  private final Panel panel;
  private final BorderPane frame;
  private final Stage stage;
  private final List<String> notices = new CopyOnWriteArrayList<>();

  /** Shows a panel; on the JavaFX thread. */
  public PanelStage(Stage stage, Path runs, Function<Desk, Panel> maker) {
    this.stage = stage;
    Notices kept = new KeptNotices();
    Tasks tasks = new Tasks();
    desk =
        new Desk(
            new Workspace(runs, runs.resolveSibling("home")),
            new Appearance(),
            kept,
            new Background(kept, tasks),
            tasks);
    desk.appearance().install();
    new ChartPlot(desk.appearance().palette()); // in the window other pages have plots before it
    panel = maker.apply(desk);
    frame = new BorderPane(panel.view());
    frame.setBottom(new TaskList(tasks).view());
    stage.setScene(new Scene(frame, WIDTH, HEIGHT));
    desk.appearance().sheet().subscribe(sheet -> stage.getScene().getStylesheets().setAll(sheet));
    stage.setX(0);
    stage.setY(0);
    stage.show();
    panel.shown();
  }

  public Desk desk() {
    return desk;
  }

  /** What the user was told. */
  public List<String> notices() {
    return List.copyOf(notices);
  }

  /** Chooses runs as the run list does. */
  public void select(RunFolder... runs) {
    WaitForAsyncUtils.asyncFx(() -> desk.workspace().select(List.of(runs)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Changes the theme as the window does: the frame first, then the page. */
  public void theme(Theme theme) {
    WaitForAsyncUtils.asyncFx(() -> {
      frame.setCenter(null);
      desk.appearance().theme().set(theme);
    });
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.asyncFx(() -> frame.setCenter(panel.view()));
    frames(FRAMES_TO_RETURN);
  }

  /** Chooses the size of ordinary text, px. */
  public void textSize(int pixels) {
    WaitForAsyncUtils.asyncFx(() -> desk.appearance().textSize().set(pixels));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Waits, as long as a patient user would, until something holds. */
  public static void await(String what, Callable<Boolean> holds) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(5000, holds));
    } catch (TimeoutException e) {
      throw new AssertionError("In vain: " + what, e);
    }
  }

  /** Lets a plot that follows by frames come to rest. */
  public void settle() {
    frames(FRAMES_TO_SETTLE);
  }

  /** Waits for so many frames, however long each takes. */
  private static void frames(int count) {
    CompletableFuture<Void> painted = new CompletableFuture<>();
    WaitForAsyncUtils.asyncFx(() ->
        new AnimationTimer() {
          private int seen;

          @Override
          public void handle(long now) {
            if (++seen == count) {
              stop();
              painted.complete(null);
            }
          }
        }.start());
    painted.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Keeps a picture of the stage under {@code target/screenshots}. */
  public void picture(String name) {
    Screenshots.take(stage.getScene(), name);
  }

  /** Stops the panel's timers and closes the stage; on the JavaFX thread. */
  public void close() {
    panel.hidden();
    desk.appearance().close();
    desk.tasks().close();
    desk.background().close();
    desk.workspace().close();
    stage.close();
  }

  private final class KeptNotices implements Notices {
    @Override
    public void done(String message) {
      notices.add(message);
    }

    @Override
    public void done(String message, String verb, Runnable action) {
      notices.add(message);
    }

    @Override
    public void undoable(String message, Runnable undo) {
      notices.add(message);
    }

    @Override
    public void failed(String message, Throwable cause) {
      notices.add(message);
    }
  }
}
