package io.makerbench.learn;

/** Training went astray for good: what it would learn from now on are no numbers. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long step;

  /**
   * @param step tick at which it was seen
   * @param seen what was seen, with its figures
   */
  public DivergedException(long step, String seen) {
    super(seen);
    this.step = step;
  }

  /** Tick at which it was seen. */
  public long step() {
    return step;
  }
}
