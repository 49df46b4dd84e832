package io.makerbench.workbench.panel;

/** Which colours the window has. */
public enum Theme {
  /** Light or dark as the desktop says, and high contrast where it asks for it. */
  SYSTEM,
  LIGHT,
  DARK,
  /** White and strong colours on black; every line and word stands out. */
  CONTRAST
}
