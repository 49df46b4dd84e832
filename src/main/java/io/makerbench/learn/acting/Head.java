package io.makerbench.learn.acting;

import java.util.Locale;

/** How a network turns its last hidden layer into one value an action. */
public enum Head {
  /** Q = V + A − mean(A) (Wang and others, 2016). */
  DUELING,
  /** Q by one linear layer. */
  PLAIN;

  /** The name in files. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
