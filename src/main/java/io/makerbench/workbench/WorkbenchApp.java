package io.makerbench.workbench;

import io.makerbench.experiment.Settings;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Opens the window from a program that is not a JavaFX application itself. */
public final class WorkbenchApp {
  private WorkbenchApp() {}

  /**
   * Opens the window and returns when it is closed. Once a process.
   *
   * @param config configuration to show in the form; null for none
   */
  public static void launch(Settings settings, @Nullable Path config) {
    CountDownLatch closed = new CountDownLatch(1);
    Platform.startup(() -> {
      Stage stage = new Stage();
      stage.setOnHidden(event -> closed.countDown());
      new Workbench(settings, stage).show(config);
    });
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
  }
}
