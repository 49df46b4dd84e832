package io.makerbench.workbench.runs;

import io.makerbench.experiment.catalogue.RunCatalogue;
import io.makerbench.experiment.catalogue.RunFacts;
import io.makerbench.experiment.catalogue.RunWatch;
import io.makerbench.workbench.panel.Background;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a listener told of the runs of a folder: all of them once, then what changes, by the file
 * system's notices. Reading and waiting are on other threads; the listener is on JavaFX's.
 */
final class RunFeed {
  private final Path root;
  private final Background background;
  private final RunCatalogue catalogue;
  private final Consumer<RunCatalogue.Changes> listener;
  private @Nullable RunWatch watch;

  RunFeed(Path root, Background background, Consumer<RunCatalogue.Changes> listener) {
    this.root = root;
    this.background = background;
    this.listener = listener;
    catalogue = new RunCatalogue(root);
  }

  /** Reads what changed while nobody listened, and listens from now on. */
  void start() {
    background.run(
        "Reading the runs",
        () -> {
          open();
          catalogue.refresh(this::tell);
        });
  }

  private synchronized void open() throws IOException {
    if (watch == null) {
      watch = new RunWatch(root, this::changed);
    }
  }

  private void changed(Set<Path> folders) {
    if (folders.contains(root)) {
      catalogue.refresh(this::tell);
    } else {
      catalogue.refresh(folders, this::tell);
    }
  }

  /** Reads some runs now. */
  void refresh(Collection<Path> folders) {
    background.run("Reading the runs", () -> catalogue.refresh(folders, this::tell));
  }

  /** Reads all that changed now. */
  void refresh() {
    background.run("Reading the runs", () -> catalogue.refresh(this::tell));
  }

  private void tell(RunCatalogue.Changes changes) {
    watch(changes);
    Platform.runLater(() -> listener.accept(changes));
  }

  private synchronized void watch(RunCatalogue.Changes changes) {
    if (watch != null) {
      for (RunFacts run : changes.read()) {
        watch.watch(run.folder().path());
      }
    }
  }

  /** Listens no longer. */
  synchronized void stop() {
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }
}
