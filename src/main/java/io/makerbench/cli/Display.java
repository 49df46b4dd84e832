package io.makerbench.cli;

import java.util.Locale;

/** Whether a window could be shown here. */
final class Display {
  private Display() {}

  /** True on Windows and macOS; elsewhere when an X or Wayland display is named. */
  static boolean isThere() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return system.contains("windows")
        || system.contains("mac")
        || named("DISPLAY")
        || named("WAYLAND_DISPLAY");
  }

  private static boolean named(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }
}
