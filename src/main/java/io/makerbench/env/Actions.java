package io.makerbench.env;

/**
 * The actions of all copies in one step, flat. Discrete spaces use {@link #discrete}, {@code width}
 * ints a copy; boxes and simplices use {@link #continuous}, {@code width} floats a copy.
 */
public final class Actions {
  public final int[] discrete;
  public final float[] continuous;

  private Actions(int discreteLength, int continuousLength) {
    discrete = new int[discreteLength];
    continuous = new float[continuousLength];
  }

  /** Room for the actions of {@code copies} copies in {@code space}. */
  public static Actions of(Space space, int copies) {
    return switch (space) {
      case Space.Discrete d -> new Actions(copies, 0);
      case Space.MultiDiscrete m -> new Actions(copies * m.width(), 0);
      case Space.Box b -> new Actions(0, copies * b.width());
      case Space.Simplex s -> new Actions(0, copies * s.width());
    };
  }
}
