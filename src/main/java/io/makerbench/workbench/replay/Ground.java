package io.makerbench.workbench.replay;

/** What pictures are drawn on. */
enum Ground {
  DARK,
  LIGHT
}
