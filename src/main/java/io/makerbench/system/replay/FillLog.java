package io.makerbench.system.replay;

/** Is told of each execution as it is accounted. */
interface FillLog {
  /** An execution has been accounted; the account stands as right after it. */
  void filled(Execution execution, Account account);

  /**
   * An execution in the tape's whole numbers.
   *
   * @param sign +1 for a buy
   * @param cost fees in quote currency
   * @param mid mid price at the execution, quote currency
   */
  record Execution(
      int tick,
      long timeNs,
      int sign,
      int price,
      long size,
      boolean maker,
      double cost,
      double mid,
      int bestBid,
      int bestAsk,
      boolean squareOff) {}
}
