package io.makerbench.learn.acting;

import java.util.Locale;

/** What stands between a hidden layer's linear part and its ReLU. */
public enum Norm {
  /** Layer norm (Ba, Kiros and Hinton, 2016). */
  LAYER,
  NONE;

  /** The name in files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
