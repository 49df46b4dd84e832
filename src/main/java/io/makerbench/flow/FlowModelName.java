package io.makerbench.flow;

import java.util.Locale;

/** The models of order flow that can be calibrated. */
public enum FlowModelName {
  POISSON,
  HAWKES,
  ZERO_INTELLIGENCE,
  QUEUE_REACTIVE;

  /** Name on the command line and in configurations. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
