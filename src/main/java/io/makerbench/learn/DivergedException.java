package io.makerbench.learn;

/** Training went astray for good; the last checkpoint before it is still sound. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DivergedException(String message) {
    super(message);
  }
}
