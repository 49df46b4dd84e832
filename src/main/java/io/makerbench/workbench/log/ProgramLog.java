package io.makerbench.workbench.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the program and its libraries say: the last lines in memory, all of them in files
 * {@code log/makerbench.*.log} of the program's own folder, of which the oldest is written over.
 * May be used from any thread.
 */
public final class ProgramLog implements AutoCloseable {
  private static final int MOST_LINES = 2000;
  private static final int FILE_BYTES = 1 << 20;
  private static final int FILES = 3;

  /** JavaFX says so at every start; from a class path, as here, it works. */
  private static final String HARMLESS = "Unsupported JavaFX configuration";

  private final Logger root = Logger.getLogger("");
  private final Path folder;
  private final Deque<LogLine> lines = new ArrayDeque<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Handler memory = new Memory();
  private final @Nullable Handler file;

  /**
   * Keeps everything from now on.
   *
   * @param home the program's own folder
   */
  public ProgramLog(Path home) {
    folder = home.resolve("log");
    root.addHandler(memory);
    file = file();
    Optional.ofNullable(file).ifPresent(root::addHandler);
  }

  private @Nullable Handler file() {
    try {
      Files.createDirectories(folder);
      Handler opened = new FileHandler(folder + "/makerbench.%u.%g.log", FILE_BYTES, FILES, true);
      opened.setFormatter(new SimpleFormatter());
      return opened;
    } catch (IOException e) {
      root.log(Level.WARNING, e, () -> "The log cannot be written into " + folder);
      return null;
    }
  }

  /** Where its files are. */
  public Path folder() {
    return folder;
  }

  /** The last lines, the oldest first. */
  public List<LogLine> lines() {
    synchronized (lines) {
      return new ArrayList<>(lines);
    }
  }

  /** Called after each line, on the thread that said it. */
  void onLine(Runnable listener) {
    listeners.add(listener);
  }

  private void keep(LogLine line) {
    synchronized (lines) {
      if (lines.size() == MOST_LINES) {
        lines.removeFirst();
      }
      lines.addLast(line);
    }
    listeners.forEach(Runnable::run);
  }

  /** Keeps nothing any more; its files are whole. */
  @Override
  public void close() {
    root.removeHandler(memory);
    if (file != null) {
      root.removeHandler(file);
      file.close();
    }
  }

  private final class Memory extends Handler {
    @Override
    public void publish(LogRecord record) {
      LogLine line = LogLine.of(record);
      if (!line.words().startsWith(HARMLESS)) {
        keep(line);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
