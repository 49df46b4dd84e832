package io.makerbench.workbench.panel;

/** Which colours the window has. */
public enum Theme {
  /** Light or dark as the desktop says. */
  SYSTEM,
  LIGHT,
  DARK
}
