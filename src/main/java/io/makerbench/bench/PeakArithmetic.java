package io.makerbench.bench;

/** How much arithmetic one thread of this machine does, the floor of whatever multiplies. */
final class PeakArithmetic {
  private static final int FLOATS = 2048;
  private static final int ROUNDS = 20_000;
  private static final double FLOPS_AN_ELEMENT = 2 * 16;

  private PeakArithmetic() {}

  /** Floating-point operations per second of fused multiply-adds on data in the first cache. */
  static double flopsPerSecond() {
    float[] values = new float[FLOATS];
    return Repetitions.of(() ->
            Repetitions.rate(
                FLOPS_AN_ELEMENT * FLOATS * ROUNDS,
                () -> {
                  for (int round = 0; round < ROUNDS; round++) {
                    sixteenAdds(values, 0.999f, 1e-3f);
                  }
                }))
        .median();
  }

  private static void sixteenAdds(float[] values, float a, float b) {
    for (int i = 0; i < values.length; i++) {
      float x = values[i];
      x = Math.fma(Math.fma(Math.fma(Math.fma(x, a, b), a, b), a, b), a, b);
      x = Math.fma(Math.fma(Math.fma(Math.fma(x, a, b), a, b), a, b), a, b);
      x = Math.fma(Math.fma(Math.fma(Math.fma(x, a, b), a, b), a, b), a, b);
      values[i] = Math.fma(Math.fma(Math.fma(Math.fma(x, a, b), a, b), a, b), a, b);
    }
  }
}
