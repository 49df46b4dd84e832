package io.makerbench.workbench;

import io.makerbench.experiment.Settings;
import io.makerbench.workbench.panel.Steps;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Opens the window from a program that is not a JavaFX application itself. */
public final class WorkbenchApp {
  /** System property that ends the program as soon as its first page is painted. */
  public static final String ONLY_START = "makerbench.only-start";

  /** What it then says on the standard output. */
  public static final String FIRST_WINDOW = "The first window is painted";

  /** And when the page in it is painted too. */
  public static final String FIRST_PAGE = "The first page is painted";

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
        Stage stage = new Stage();
        Workbench workbench = new Workbench(settings, stage);
        if (Boolean.getBoolean(ONLY_START)) {
          workbench.seen().thenRun(() -> System.out.println(FIRST_WINDOW));
          workbench
              .ready()
              .thenRun(() -> Steps.afterPainting(() -> Steps.afterPainting(() -> end(stage))));
        }
        workbench.show(config);
        opened.complete(workbench);
      } catch (RuntimeException | Error e) {
        opened.completeExceptionally(e);
      }
    });
    opened.thenCompose(Workbench::closed).join();
    Platform.exit();
  }

  private static void end(Stage stage) {
    System.out.println(FIRST_PAGE);
    stage.close();
  }
}
