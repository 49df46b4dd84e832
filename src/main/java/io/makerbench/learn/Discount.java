package io.makerbench.learn;

/** How much the future counts after a step of a certain length. */
public sealed interface Discount {
  /** Factor of a value that lies a step of this many seconds ahead. */
  double over(double seconds);

  /** The same factor whatever the time. */
  record Constant(double gamma) implements Discount {
    @Override
    public double over(double seconds) {
      return gamma;
    }
  }

  /** 2^(−Δt / half-life), Δt at most {@code longest} seconds. */
  record HalfLife(double halfLife, double longest) implements Discount {
    @Override
    public double over(double seconds) {
      return StrictMath.pow(2, -Math.min(seconds, longest) / halfLife);
    }
  }
}
