package io.makerbench.system.perp;

import java.util.Locale;

/** Why an action was not taken as it came. */
public enum Correction {
  /** The numbers of an action are not as many as they should be; the engine is left alone. */
  WRONG_LENGTH,
  /** A number is NaN or infinite; it is taken as leaving the engine alone. */
  NOT_FINITE,
  /** A number is outside its range; it is cut to it. */
  OUT_OF_RANGE,
  /** All hedge weights are 0; they are taken as equal. */
  NO_WEIGHT,
  /** Hedge weights do not add up to 1; they are scaled. */
  WEIGHTS_SCALED;

  /** Name of the series of an episode that counts them so far. */
  public String series() {
    return "corrected_" + name().toLowerCase(Locale.ROOT);
  }
}
