package io.makerbench.workbench;

import io.makerbench.experiment.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A program of its own, to be killed: it opens the window on a configuration, starts the run,
 * changes the form afterwards, and says so once both are on disk.
 */
final class KilledWindow {
  static final String AT_WORK = "A run is at work and the form is changed";
  private static final int PATIENCE_SECONDS = 60;

  private KilledWindow() {}

  public static void main(String[] folderAndConfig) throws Exception {
    Path folder = Path.of(folderAndConfig[0]);
    Settings settings = new Settings(folder.resolve("home"), null, folder.resolve("runs"));
    CompletableFuture<Scene> opened = new CompletableFuture<>();
    Platform.startup(() -> {
      Stage stage = new Stage();
      Workbench workbench = new Workbench(settings, stage);
      workbench.workspace().habits().seeTour();
      workbench.ready().thenRun(() -> opened.complete(stage.getScene()));
      workbench.show(Path.of(folderAndConfig[1]));
    });
    Scene scene = opened.get();
    await(() -> ((Label) scene.lookup("#config-origin")).getText().endsWith("json"));
    onScreen(() -> ((Button) scene.lookup("#start-run")).fire());
    await(() -> isTraining(settings.runs()));
    onScreen(() -> {
      TextField label = (TextField) scene.lookup("#field-label");
      label.setText("unsaved");
      label.getOnAction().handle(null);
    });
    Path draft = settings.home().resolve("draft.json");
    await(() -> Files.exists(draft));
    System.out.println(AT_WORK);
    Thread.sleep(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
  }

  private static boolean isTraining(Path runs) {
    if (!Files.isDirectory(runs)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(runs)) {
      return files.anyMatch(file -> file.endsWith("metrics.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void onScreen(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
  }

  private static void await(BooleanSupplier holds) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        PATIENCE_SECONDS,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(10_000, holds::getAsBoolean));
  }
}
