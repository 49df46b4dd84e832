package io.makerbench.workbench.plot;

/** How a curve is drawn. */
public enum Look {
  /** The line, above its band of raw values. */
  LINE,
  /** The line alone: one of many, whose bands would cover each other. */
  BARE,
  /** The line alone, dashed: a second figure of the same run. */
  DASHED,
  /** The line above the interval in which it is uncertain. */
  INTERVAL,
  /** The band alone, filled: one layer of a stack. */
  AREA,
  /** The band alone, the stronger its colour the larger the value, from 0 to 1. */
  HEAT
}
