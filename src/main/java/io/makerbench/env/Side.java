package io.makerbench.env;

/** Side of an order. */
public enum Side {
  BUY,
  SELL;

  /** +1 for a buy, −1 for a sale. */
  public int sign() {
    return this == BUY ? 1 : -1;
  }
}
