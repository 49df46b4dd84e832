package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.storage.ProcessLock;
import java.nio.file.Path;

/** Says that a process works in a run's folder. */
final class RunLock {
  private RunLock() {}

  private static Path file(RunFolder folder) {
    return folder.path().resolve(".lock");
  }

  /** Takes the lock; an InputException says that the run is at work elsewhere. */
  static ProcessLock take(RunFolder folder) {
    return ProcessLock.take(file(folder))
        .orElseThrow(() -> new InputException("The run " + folder.path() + " is at work already."));
  }

  static boolean isHeld(RunFolder folder) {
    return ProcessLock.isHeld(file(folder));
  }
}
