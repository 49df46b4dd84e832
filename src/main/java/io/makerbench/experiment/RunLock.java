package io.makerbench.experiment;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Says that a process works in a run's folder; the operating system frees it with the process. */
final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  private static Path file(RunFolder folder) {
    return folder.path().resolve(".lock");
  }

  /** Takes the lock; an InputException says that the run is at work elsewhere. */
  static RunLock take(RunFolder folder) {
    try {
      FileChannel channel =
          FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel)) {
        return new RunLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The run " + folder.path() + " cannot be locked.", e);
    }
    throw new InputException("The run " + folder.path() + " is at work already.");
  }

  static boolean isHeld(RunFolder folder) {
    if (!Files.exists(file(folder))) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file(folder), StandardOpenOption.WRITE)) {
      return !tryLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("The lock of " + folder.path() + " cannot be read.", e);
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The lock of a run cannot be freed.", e);
    }
  }
}
