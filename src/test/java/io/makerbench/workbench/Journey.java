package io.makerbench.workbench;

import io.makerbench.experiment.Settings;
import io.makerbench.storage.WholeFile;
import io.makerbench.workbench.panel.Steps;
import io.makerbench.workbench.panel.Workspace;
import io.makerbench.workbench.report.FileChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What a user does in the window, in the words of the tests. */
public final class Journey {
  private static final int LONGEST_WAIT_SECONDS = 100;

  /** On a busy machine a Java that has just begun takes long over its first window. */
  private static final long LONGEST_START_MS = 60_000;

  private final FxRobot robot;
  private final Stage stage;
  private final Workbench workbench;

  private Journey(FxRobot robot, Stage stage, Workbench workbench) {
    this.robot = robot;
    this.stage = stage;
    this.workbench = workbench;
  }

  /**
   * Opens the window on a configuration, with its own folders below {@code home}; reports are saved
   * into {@code saved} there.
   */
  public static Journey open(FxRobot robot, Path home, @Nullable Path config) {
    skipTour(home);
    return openAnew(robot, home, config);
  }

  /** A user who has seen the tour. */
  static void skipTour(Path home) {
    Path habits = home.resolve("home").resolve("habits.json");
    if (!Files.exists(habits)) {
      WholeFile.write(habits, "{\"files\": [], \"commands\": [], \"tour_seen\": true}");
    }
  }

  /** The same as the first time ever, with the tour. */
  static Journey openAnew(FxRobot robot, Path home, @Nullable Path config) {
    return open(
        robot, new Settings(home.resolve("home"), null, home.resolve("runs")), home, config);
  }

  /** The same with recordings. */
  static Journey open(FxRobot robot, Settings settings, Path home, @Nullable Path config) {
    Stage stage = WaitForAsyncUtils.waitForAsyncFx(LONGEST_START_MS, () -> new Stage());
    FileChoice folders = (title, start) -> Optional.of(home.resolve("saved"));
    Workbench workbench =
        WaitForAsyncUtils.waitForAsyncFx(
            LONGEST_START_MS, () -> new Workbench(settings, stage, folders));
    robot.interact(() -> workbench.show(config));
    workbench.ready().join();
    settle();
    return new Journey(robot, stage, workbench);
  }

  public Stage stage() {
    return stage;
  }

  /** What the window looks at. */
  public Workspace workspace() {
    return workbench.workspace();
  }

  /** Closes the window and waits for its runs to come to rest. */
  public void close() {
    robot.interact(stage::close);
    workbench.closed().join();
  }

  /** Gives a command by its button or page, as a click does. */
  public void press(String id) {
    awaitTrue(() -> find(id) != null && canBePressed(find(id)), id + " can be pressed");
    robot.clickOn(find(id));
    WaitForAsyncUtils.waitForFxEvents();
    settle();
  }

  /** Waits until a page that is built over some frames is whole. */
  public static void settle() {
    CompletableFuture<Void> painted = new CompletableFuture<>();
    Platform.runLater(
        () -> Steps.afterPainting(() -> Steps.afterPainting(() -> painted.complete(null))));
    painted.orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS).join();
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** A page that just came to the front is laid out with the next frame. */
  private boolean canBePressed(Node node) {
    Bounds place = node.localToScene(node.getLayoutBounds());
    boolean onScreen =
        place.getWidth() > 0
            && place.getMinX() >= 0
            && place.getMinY() >= 0
            && place.getMaxX() <= stage.getScene().getWidth()
            && place.getMaxY() <= stage.getScene().getHeight();
    return onScreen && !node.isDisabled();
  }

  /** Types a value into a field and leaves it. */
  public void enter(String id, String text) {
    TextInputControl field = (TextInputControl) shown(id);
    robot.interact(() -> {
      field.requestFocus();
      field.setText(text);
    });
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The text a control shows; while something is awaited, empty before it is there. */
  public String text(String id) {
    return switch (Platform.isFxApplicationThread() ? find(id) : shown(id)) {
      case null -> "";
      case TextInputControl input -> input.getText();
      case CodeArea area -> area.getText();
      case Labeled words -> words.getText();
      case Node other -> throw new AssertionError(id + " has no text: " + other);
    };
  }

  /** The node with an id, once it is there: pages are built over some frames. */
  private Node shown(String id) {
    awaitTrue(() -> find(id) != null, id + " is shown");
    return Objects.requireNonNull(find(id), id);
  }

  /** The text of the configuration, to be edited. */
  public CodeArea json() {
    return (CodeArea) shown("config-json");
  }

  /** The node with an id that is on screen; null when there is none. Ids may hold dots. */
  public @Nullable Node find(String id) {
    return find(stage.getScene().getRoot(), id);
  }

  private static @Nullable Node find(Node at, String id) {
    if (id.equals(at.getId())) {
      return at;
    }
    if (at instanceof Parent parent) {
      boolean pages = parent.getStyleClass().contains("page");
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = pages && !child.isVisible() ? null : find(child, id);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** Waits until something holds on the JavaFX thread; fails the test after a while. */
  public void awaitTrue(BooleanSupplier condition, String what) {
    await(what, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean));
  }

  /** Waits until something holds; fails the test after a while. */
  static void await(String what, Callable<Boolean> holds) {
    try {
      WaitForAsyncUtils.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS, holds);
    } catch (TimeoutException e) {
      throw new AssertionError("It never came true that " + what, e);
    }
  }
}
