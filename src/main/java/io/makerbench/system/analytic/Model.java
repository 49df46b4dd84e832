package io.makerbench.system.analytic;

import java.util.Locale;

/** What moves the mid and fills the quotes. */
enum Model {
  /** A mid that steps up or down by σ√dt, and quotes that fill with probability A·e^(−kδ)·dt. */
  AVELLANEDA_STOIKOV,
  /** A mid that diffuses, and market orders that come independently of each other. */
  POISSON,
  /** The same, but market orders cause further ones. */
  HAWKES,
  /** Limit, cancel and market orders at constant rates through a matching engine. */
  ZERO_INTELLIGENCE,
  /** Orders at rates that depend on the queues at the best prices. */
  QUEUE_REACTIVE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
