package io.makerbench.workbench.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The desktop's own window on folders. */
final class FileManager {
  private FileManager() {}

  /** Opens a folder in it. */
  static void reveal(Path folder) throws IOException {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String program =
        system.contains("win") ? "explorer" : system.contains("mac") ? "open" : "xdg-open";
    new ProcessBuilder(program, folder.toAbsolutePath().toString()).start();
  }
}
