package io.makerbench.system.analytic;

import java.util.Locale;

/** What moves the mid and fills the quotes. */
enum Model {
  /** A mid that steps up or down by σ√dt, and quotes that fill with probability A·e^(−kδ)·dt. */
  AVELLANEDA_STOIKOV;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
