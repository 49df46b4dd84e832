package io.makerbench.learn.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors as wide as this processor's, and what is reckoned on whole arrays with them. Rows are
 * padded to multiples of {@link #BLOCK} numbers, so that every width divides them; sums are made in
 * {@link #BLOCK} strands, whatever the width.
 */
final class Lanes {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Numbers a vector holds. */
  static final int WIDTH = SPECIES.length();

  /** The widest vector there is, 512 bits. */
  static final int BLOCK = 16;

  // A rational minimax approximation of tanh on [−LIMIT, LIMIT]; beyond, tanh is ±1 to the last
  // bit.
  private static final float LIMIT = 7.90531110763549805f;
  private static final float TINY = 0.0004f;
  private static final float A1 = 4.89352455891786e-03f;
  private static final float A3 = 6.37261928875436e-04f;
  private static final float A5 = 1.48572235717979e-05f;
  private static final float A7 = 5.12229709037114e-08f;
  private static final float A9 = -8.60467152213735e-11f;
  private static final float A11 = 2.00018790482477e-13f;
  private static final float A13 = -2.76076847742355e-16f;
  private static final float B0 = 4.89352518554385e-03f;
  private static final float B2 = 2.26843463243900e-03f;
  private static final float B4 = 1.18534705686654e-04f;
  private static final float B6 = 1.19825839466702e-06f;

  private Lanes() {}

  /** Least multiple of {@link #BLOCK} that is not smaller. */
  static int pad(int width) {
    return (width + BLOCK - 1) / BLOCK * BLOCK;
  }

  static FloatVector load(float[] from, int at) {
    return FloatVector.fromArray(SPECIES, from, at);
  }

  static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  /** tanh of every lane, within 3e-7 of it. */
  static FloatVector tanh(FloatVector value) {
    FloatVector x = value.min(LIMIT).max(-LIMIT);
    FloatVector s = x.mul(x);
    FloatVector p = s.fma(all(A13), all(A11));
    p = s.fma(p, all(A9));
    p = s.fma(p, all(A7));
    p = s.fma(p, all(A5));
    p = s.fma(p, all(A3));
    p = s.fma(p, all(A1)).mul(x);
    FloatVector q = s.fma(all(B6), all(B4));
    q = s.fma(q, all(B2));
    q = s.fma(q, all(B0));
    return p.div(q).blend(value, value.abs().compare(VectorOperators.LT, TINY));
  }

  /** 1 / (1 + e^−x) of every lane. */
  static FloatVector sigmoid(FloatVector value) {
    return tanh(value.mul(0.5f)).fma(all(0.5f), all(0.5f));
  }

  /**
   * Sum of the squares of a stretch whose length is a multiple of {@link #BLOCK}.
   *
   * @param strands room for {@link #BLOCK} numbers
   */
  static double squares(float[] values, int from, int length, float[] strands) {
    for (int lane = 0; lane < BLOCK; lane += WIDTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int at = from + lane; at < from + length; at += BLOCK) {
        FloatVector v = load(values, at);
        sum = v.fma(v, sum);
      }
      sum.intoArray(strands, lane);
    }
    return total(strands);
  }

  /** Sum of a stretch whose length is a multiple of {@link #BLOCK}. */
  static double sum(float[] values, int from, int length, float[] strands) {
    for (int lane = 0; lane < BLOCK; lane += WIDTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int at = from + lane; at < from + length; at += BLOCK) {
        sum = sum.add(load(values, at));
      }
      sum.intoArray(strands, lane);
    }
    return total(strands);
  }

  private static double total(float[] strands) {
    double total = 0;
    for (int lane = 0; lane < BLOCK; lane++) {
      total += strands[lane];
    }
    return total;
  }

  /** Adds up rows: {@code out[j] = Σ_i rows[i × width + j]}, the width a multiple of BLOCK. */
  static void sumOfRows(float[] rows, int count, int width, float[] out, int outAt) {
    for (int j = 0; j < width; j += WIDTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int i = 0, at = j; i < count; i++, at += width) {
        sum = sum.add(load(rows, at));
      }
      sum.intoArray(out, outAt + j);
    }
  }
}
