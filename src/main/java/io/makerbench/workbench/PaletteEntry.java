package io.makerbench.workbench;

import io.makerbench.workbench.panel.Command;

/**
 * Something the command palette offers.
 *
 * @param group what it belongs to, for example a page or {@code Preset}
 */
record PaletteEntry(String group, Command command) {
  /** The same from start to start. */
  String key() {
    return group + "/" + command.id();
  }

  /** What is searched. */
  String text() {
    return command.text();
  }
}
