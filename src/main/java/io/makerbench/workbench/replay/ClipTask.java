package io.makerbench.workbench.replay;

import io.makerbench.storage.WholeFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.concurrent.Task;
import javax.imageio.ImageIO;

/**
 * Saves the pictures of a plan, one after the other, as PNG files. Only drawing happens on the
 * JavaFX thread, a picture at a time; a cancelled clip keeps the pictures it has.
 */
final class ClipTask extends Task<Integer> {
  private static final long WAIT_MS = 4;

  private final ClipPlan plan;
  private final Callable<ExportStage> stage;
  private final IntFunction<Path> files;

  /**
   * @param stage makes the stage to draw on, on the JavaFX thread
   * @param files where each picture goes
   */
  ClipTask(ClipPlan plan, Callable<ExportStage> stage, IntFunction<Path> files) {
    this.plan = plan;
    this.stage = stage;
    this.files = files;
    updateTitle(plan.pictures() == 1 ? "Saving a picture" : "Saving a clip");
  }

  /** Number of pictures saved. */
  @Override
  protected Integer call() throws Exception {
    ExportStage open = onScreenThread(stage);
    try {
      int saved = 0;
      while (saved < plan.pictures() && !isCancelled()) {
        save(draw(open, plan.instant(saved)), files.apply(saved));
        updateProgress(++saved, plan.pictures());
        updateMessage(saved + " of " + plan.pictures());
      }
      return saved;
    } finally {
      Platform.runLater(open::close);
    }
  }

  private BufferedImage draw(ExportStage open, long instantNs) throws Exception {
    while (!onScreenThread(() -> open.drawn(instantNs))) {
      Thread.sleep(WAIT_MS); // the pictures are painted on threads of their own
    }
    return onScreenThread(open::take).picture();
  }

  private static <T> T onScreenThread(Callable<T> work) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        result.complete(work.call());
      } catch (Exception e) {
        result.completeExceptionally(e);
      }
    });
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static void save(BufferedImage picture, Path file) {
    WholeFile.create(
        file,
        draft -> {
          try {
            ImageIO.write(picture, "png", draft.toFile());
          } catch (IOException e) {
            throw new UncheckedIOException("The picture " + file + " cannot be written", e);
          }
        });
  }
}
