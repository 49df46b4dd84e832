package io.makerbench.workbench;

import io.makerbench.experiment.Settings;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Opens the window from a program that is not a JavaFX application itself. */
public final class WorkbenchApp {
  private WorkbenchApp() {}

  /**
   * Opens the window and returns when it is closed and its runs have come to rest. Once a process.
   *
   * @param config configuration to show in the form; null for none
   */
  public static void launch(Settings settings, @Nullable Path config) {
    Platform.setImplicitExit(false); // runs write their last checkpoint after the window is gone
    CompletableFuture<Workbench> opened = new CompletableFuture<>();
    Platform.startup(() -> {
      try {
        Workbench workbench = new Workbench(settings, new Stage());
        workbench.show(config);
        opened.complete(workbench);
      } catch (RuntimeException | Error e) {
        opened.completeExceptionally(e);
      }
    });
    opened.thenCompose(Workbench::closed).join();
    Platform.exit();
  }
}
