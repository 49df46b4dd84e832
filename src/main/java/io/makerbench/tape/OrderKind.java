package io.makerbench.tape;

/** What became of one order, or of the market as a whole. */
public enum OrderKind {
  /** An order comes to rest behind those of its price; the size is all of it. */
  ADD,
  /** A resting order shrinks by the size and keeps its place. */
  CANCEL,
  /** A resting order leaves; the size is what was left of it. */
  DELETE,
  /** A resting order trades the size with a taker, and leaves when nothing is left of it. */
  EXECUTE,
  /**
   * An order that came to trade shrinks by the size it took from another, and leaves when nothing
   * is left of it.
   */
  TAKE,
  /** An order that no book shows trades the size; no resting order changes. */
  HIDDEN,
  /** An auction trades the size; no resting order changes. */
  AUCTION,
  /** Trading is halted. */
  HALT,
  /** Quotes are taken again, still without trading. */
  QUOTING,
  /** Trading goes on. */
  RESUME;

  private static final OrderKind[] ALL = values();

  byte code() {
    return (byte) ordinal();
  }

  static OrderKind of(byte code) {
    return ALL[code];
  }
}
