package io.makerbench.workbench.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The programs the desktop has for folders and pages. */
public final class DesktopPrograms {
  private DesktopPrograms() {}

  /** Opens a folder in the file manager, or a page in the browser. */
  public static void open(Path path) throws IOException {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String program =
        system.contains("win") ? "explorer" : system.contains("mac") ? "open" : "xdg-open";
    new ProcessBuilder(program, path.toAbsolutePath().toString()).start();
  }
}
