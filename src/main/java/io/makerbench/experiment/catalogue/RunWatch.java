package io.makerbench.experiment.catalogue;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when runs come, go or change, by the file system's own notices; a thread of its own waits
 * for them. What changes often, such as the metrics of a run at work, is told a few times a second.
 */
public final class RunWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);
  private static final long GATHER_MILLIS = 400;

  /** Folders that are watched; file systems allow some thousands. */
  private static final int MOST_FOLDERS = 4096;

  private final Path root;
  private final @Nullable Path above;
  private final Consumer<Set<Path>> changed;
  private final WatchService service;
  private final Map<WatchKey, Path> watched = new HashMap<>();
  private final Set<Path> folders = new HashSet<>();

  /**
   * Begins to watch.
   *
   * @param root folder of all runs; it may be made later
   * @param changed takes the folders in which something changed, with the root among them when it
   *     may be any; called on the watch's thread
   */
  public RunWatch(Path root, Consumer<Set<Path>> changed) throws IOException {
    this.root = root;
    this.changed = changed;
    above = root.toAbsolutePath().getParent();
    service = root.getFileSystem().newWatchService();
    watch(Files.isDirectory(root) ? root : above);
    Thread.ofVirtual().name("run-watch").start(this::listen);
  }

  /** Watches the inside of a run's folder too. */
  public synchronized void watch(@Nullable Path folder) {
    if (folder == null || folders.contains(folder) || folders.size() >= MOST_FOLDERS) {
      return;
    }
    try {
      WatchKey key =
          folder.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
      watched.put(key, folder);
      folders.add(folder);
    } catch (IOException | ClosedWatchServiceException e) {
      LOG.debug("The folder {} is not watched.", folder, e); // gone again, or the limit is reached
    }
  }

  private void listen() {
    try {
      while (true) {
        Set<Path> dirty = new HashSet<>();
        take(service.take(), dirty);
        Thread.sleep(GATHER_MILLIS);
        for (WatchKey more = service.poll(0, TimeUnit.MILLISECONDS);
            more != null;
            more = service.poll(0, TimeUnit.MILLISECONDS)) {
          take(more, dirty);
        }
        if (!dirty.isEmpty()) {
          changed.accept(dirty);
        }
      }
    } catch (InterruptedException | ClosedWatchServiceException end) {
      LOG.debug("The runs are watched no longer.");
    }
  }

  private synchronized void take(WatchKey key, Set<Path> dirty) {
    Path folder = watched.get(key);
    if (folder == null) {
      return;
    }
    for (WatchEvent<?> event : key.pollEvents()) {
      Path name = event.context() instanceof Path path ? path : null;
      if (folder.equals(above)) {
        awaitRoot(dirty);
      } else if (!folder.equals(root) || name == null) {
        dirty.add(folder); // a notice without a name says that some were lost
      } else if (!name.toString().startsWith(".")) {
        dirty.add(root.resolve(name));
        watch(root.resolve(name));
      }
    }
    if (!key.reset()) {
      watched.remove(key);
      folders.remove(folder);
    }
  }

  private void awaitRoot(Set<Path> dirty) {
    if (Files.isDirectory(root) && !folders.contains(root)) {
      watch(root);
      dirty.add(root);
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      LOG.debug("The watch of {} did not close.", root, e);
    }
  }
}
