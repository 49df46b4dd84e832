package io.makerbench.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says that a process works with something; the operating system frees it with the process. */
public final class ProcessLock implements AutoCloseable {
  /**
   * Files this process holds. It must not open one of them only to look: on some systems closing
   * any channel of a file frees all locks that the process has on it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private ProcessLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
    HELD.add(file);
  }

  /** Takes the lock of a file, which is made where it lacks; empty where another holds it. */
  public static synchronized Optional<ProcessLock> take(Path path) {
    Path file = path.toAbsolutePath().normalize();
    try {
      if (!HELD.contains(file)) {
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel)) {
          return Optional.of(new ProcessLock(file, channel));
        }
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be locked.", e);
    }
    return Optional.empty();
  }

  /** Whether this process or another holds the lock of a file. */
  public static synchronized boolean isHeld(Path path) {
    Path file = path.toAbsolutePath().normalize();
    if (HELD.contains(file) || !Files.exists(file)) {
      return HELD.contains(file);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return !tryLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("The lock " + file + " cannot be read.", e);
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      HELD.remove(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The lock " + file + " cannot be freed.", e);
    }
  }
}
