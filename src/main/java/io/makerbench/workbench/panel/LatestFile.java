package io.makerbench.workbench.panel;

import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file whose newest text is written on a thread of its own; of texts that come faster than
 * the disk only the last is written. It appears whole.
 */
public final class LatestFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LatestFile.class);
  private static final long LONGEST_FAREWELL_SECONDS = 2;

  private final Path file;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private final AtomicReference<Optional<String>> wanted = new AtomicReference<>();

  /** A file that may not exist yet. */
  public LatestFile(Path file) {
    this.file = file;
  }

  /** The text there now; empty where there is none or it cannot be read. */
  public Optional<String> read() {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      LOG.warn("The file {} cannot be read.", file, e);
      return Optional.empty();
    }
  }

  /** Keeps this text instead. */
  public void write(String text) {
    want(Optional.of(text));
  }

  void remove() {
    want(Optional.empty());
  }

  private void want(Optional<String> text) {
    if (wanted.getAndSet(text) == null && !writer.isShutdown()) {
      writer.execute(this::carryOut);
    }
  }

  private void carryOut() {
    Optional<String> text = wanted.getAndSet(null);
    try {
      if (text.isPresent()) {
        WholeFile.write(file, text.get());
      } else {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("The file {} cannot be written.", file, e);
    }
  }

  /** Waits until the last text is written. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      writer.awaitTermination(LONGEST_FAREWELL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
