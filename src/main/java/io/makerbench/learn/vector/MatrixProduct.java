package io.makerbench.learn.vector;

import static io.makerbench.learn.vector.Lanes.WIDTH;
import static io.makerbench.learn.vector.Lanes.all;
import static io.makerbench.learn.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/**
 * C = A·B + c in single precision. Every number of C is one sum over k in ascending order of fused
 * products, so it does not depend on how C is cut into tiles.
 *
 * <p>A is read one number at a time at any two strides, so that it may be a transposed matrix; rows
 * of B and C are padded to multiples of {@link Lanes#BLOCK}.
 */
final class MatrixProduct {
  /** Vectors a tile is wide: as many as the registers of 512-bit processors hold, or others do. */
  private static final boolean MANY_REGISTERS = WIDTH == Lanes.BLOCK;

  private static final int ROWS = 4;
  private static final int ROWS_OF_NARROW_TILE = 8;

  private float[] a = {};
  private int aAt;
  private int aRow;
  private int aColumn;
  private float[] b = {};
  private int bAt;
  private int bRow;
  private float[] c = {};
  private int cRow;
  private float[] start = {};
  private int startAt;
  private int depth;

  /** Names A: its number (i, k) is {@code values[at + i × row + k × column]}. */
  MatrixProduct left(float[] values, int at, int row, int column) {
    a = values;
    aAt = at;
    aRow = row;
    aColumn = column;
    return this;
  }

  /** Names B, whose rows begin {@code row} numbers apart. */
  MatrixProduct right(float[] values, int at, int row) {
    b = values;
    bAt = at;
    bRow = row;
    return this;
  }

  /** Names what every row of C starts from, for example a bias. */
  MatrixProduct plus(float[] row, int at) {
    start = row;
    startAt = at;
    return this;
  }

  /**
   * Reckons C.
   *
   * @param out C
   * @param outAt its first number
   * @param outRow numbers from one row of C to the next
   * @param rows rows of A and C
   * @param columns columns of B and C, a multiple of {@link Lanes#BLOCK}
   * @param inner columns of A, rows of B
   */
  void into(float[] out, int outAt, int outRow, int rows, int columns, int inner) {
    c = out;
    cRow = outRow;
    depth = inner;
    int tile = (MANY_REGISTERS ? 4 : 2) * WIDTH;
    int j = 0;
    for (; j + tile <= columns; j += tile) {
      int i = 0;
      for (; i + ROWS <= rows; i += ROWS) {
        if (MANY_REGISTERS) {
          fourByFour(i, j, outAt + i * outRow + j);
        } else {
          fourByTwo(i, j, outAt + i * outRow + j);
        }
      }
      for (; i < rows; i++) {
        if (MANY_REGISTERS) {
          oneByFour(i, j, outAt + i * outRow + j);
        } else {
          oneByOne(i, j, outAt + i * outRow + j);
          oneByOne(i, j + WIDTH, outAt + i * outRow + j + WIDTH);
        }
      }
    }
    for (; j < columns; j += WIDTH) {
      int i = 0;
      for (; i + ROWS_OF_NARROW_TILE <= rows; i += ROWS_OF_NARROW_TILE) {
        eightByOne(i, j, outAt + i * outRow + j);
      }
      for (; i < rows; i++) {
        oneByOne(i, j, outAt + i * outRow + j);
      }
    }
  }

  /** Four rows by four vectors: sixteen sums in registers. */
  private void fourByFour(int row, int column, int at) {
    float[] left = a;
    float[] right = b;
    int a0 = aAt + row * aRow;
    int a1 = a0 + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    int from = bAt + column;
    FloatVector c00 = load(start, startAt + column);
    FloatVector c01 = load(start, startAt + column + WIDTH);
    FloatVector c02 = load(start, startAt + column + 2 * WIDTH);
    FloatVector c03 = load(start, startAt + column + 3 * WIDTH);
    FloatVector c10 = c00;
    FloatVector c11 = c01;
    FloatVector c12 = c02;
    FloatVector c13 = c03;
    FloatVector c20 = c00;
    FloatVector c21 = c01;
    FloatVector c22 = c02;
    FloatVector c23 = c03;
    FloatVector c30 = c00;
    FloatVector c31 = c01;
    FloatVector c32 = c02;
    FloatVector c33 = c03;
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = load(right, from);
      FloatVector b1 = load(right, from + WIDTH);
      FloatVector b2 = load(right, from + 2 * WIDTH);
      FloatVector b3 = load(right, from + 3 * WIDTH);
      FloatVector x = all(left[a0]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      c02 = x.fma(b2, c02);
      c03 = x.fma(b3, c03);
      x = all(left[a1]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      c12 = x.fma(b2, c12);
      c13 = x.fma(b3, c13);
      x = all(left[a2]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      c22 = x.fma(b2, c22);
      c23 = x.fma(b3, c23);
      x = all(left[a3]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      c32 = x.fma(b2, c32);
      c33 = x.fma(b3, c33);
      a0 += aColumn;
      a1 += aColumn;
      a2 += aColumn;
      a3 += aColumn;
      from += bRow;
    }
    int to = at;
    c00.intoArray(c, to);
    c01.intoArray(c, to + WIDTH);
    c02.intoArray(c, to + 2 * WIDTH);
    c03.intoArray(c, to + 3 * WIDTH);
    to += cRow;
    c10.intoArray(c, to);
    c11.intoArray(c, to + WIDTH);
    c12.intoArray(c, to + 2 * WIDTH);
    c13.intoArray(c, to + 3 * WIDTH);
    to += cRow;
    c20.intoArray(c, to);
    c21.intoArray(c, to + WIDTH);
    c22.intoArray(c, to + 2 * WIDTH);
    c23.intoArray(c, to + 3 * WIDTH);
    to += cRow;
    c30.intoArray(c, to);
    c31.intoArray(c, to + WIDTH);
    c32.intoArray(c, to + 2 * WIDTH);
    c33.intoArray(c, to + 3 * WIDTH);
  }

  /** Four rows by two vectors, for processors with sixteen registers. */
  private void fourByTwo(int row, int column, int at) {
    float[] left = a;
    float[] right = b;
    int a0 = aAt + row * aRow;
    int a1 = a0 + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    int from = bAt + column;
    FloatVector c00 = load(start, startAt + column);
    FloatVector c01 = load(start, startAt + column + WIDTH);
    FloatVector c10 = c00;
    FloatVector c11 = c01;
    FloatVector c20 = c00;
    FloatVector c21 = c01;
    FloatVector c30 = c00;
    FloatVector c31 = c01;
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = load(right, from);
      FloatVector b1 = load(right, from + WIDTH);
      FloatVector x = all(left[a0]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      x = all(left[a1]);
      c10 = x.fma(b0, c10);
      c11 = x.fma(b1, c11);
      x = all(left[a2]);
      c20 = x.fma(b0, c20);
      c21 = x.fma(b1, c21);
      x = all(left[a3]);
      c30 = x.fma(b0, c30);
      c31 = x.fma(b1, c31);
      a0 += aColumn;
      a1 += aColumn;
      a2 += aColumn;
      a3 += aColumn;
      from += bRow;
    }
    int to = at;
    c00.intoArray(c, to);
    c01.intoArray(c, to + WIDTH);
    to += cRow;
    c10.intoArray(c, to);
    c11.intoArray(c, to + WIDTH);
    to += cRow;
    c20.intoArray(c, to);
    c21.intoArray(c, to + WIDTH);
    to += cRow;
    c30.intoArray(c, to);
    c31.intoArray(c, to + WIDTH);
  }

  /** Eight rows by one vector. */
  private void eightByOne(int row, int column, int at) {
    float[] left = a;
    float[] right = b;
    int a0 = aAt + row * aRow;
    int a1 = a0 + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    int a4 = a3 + aRow;
    int a5 = a4 + aRow;
    int a6 = a5 + aRow;
    int a7 = a6 + aRow;
    int from = bAt + column;
    FloatVector c00 = load(start, startAt + column);
    FloatVector c10 = c00;
    FloatVector c20 = c00;
    FloatVector c30 = c00;
    FloatVector c40 = c00;
    FloatVector c50 = c00;
    FloatVector c60 = c00;
    FloatVector c70 = c00;
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = load(right, from);
      FloatVector x = all(left[a0]);
      c00 = x.fma(b0, c00);
      x = all(left[a1]);
      c10 = x.fma(b0, c10);
      x = all(left[a2]);
      c20 = x.fma(b0, c20);
      x = all(left[a3]);
      c30 = x.fma(b0, c30);
      x = all(left[a4]);
      c40 = x.fma(b0, c40);
      x = all(left[a5]);
      c50 = x.fma(b0, c50);
      x = all(left[a6]);
      c60 = x.fma(b0, c60);
      x = all(left[a7]);
      c70 = x.fma(b0, c70);
      a0 += aColumn;
      a1 += aColumn;
      a2 += aColumn;
      a3 += aColumn;
      a4 += aColumn;
      a5 += aColumn;
      a6 += aColumn;
      a7 += aColumn;
      from += bRow;
    }
    int to = at;
    c00.intoArray(c, to);
    to += cRow;
    c10.intoArray(c, to);
    to += cRow;
    c20.intoArray(c, to);
    to += cRow;
    c30.intoArray(c, to);
    to += cRow;
    c40.intoArray(c, to);
    to += cRow;
    c50.intoArray(c, to);
    to += cRow;
    c60.intoArray(c, to);
    to += cRow;
    c70.intoArray(c, to);
  }

  /** One row by four vectors. */
  private void oneByFour(int row, int column, int at) {
    float[] left = a;
    float[] right = b;
    int a0 = aAt + row * aRow;
    int from = bAt + column;
    FloatVector c00 = load(start, startAt + column);
    FloatVector c01 = load(start, startAt + column + WIDTH);
    FloatVector c02 = load(start, startAt + column + 2 * WIDTH);
    FloatVector c03 = load(start, startAt + column + 3 * WIDTH);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = load(right, from);
      FloatVector b1 = load(right, from + WIDTH);
      FloatVector b2 = load(right, from + 2 * WIDTH);
      FloatVector b3 = load(right, from + 3 * WIDTH);
      FloatVector x = all(left[a0]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      c02 = x.fma(b2, c02);
      c03 = x.fma(b3, c03);
      a0 += aColumn;
      from += bRow;
    }
    c00.intoArray(c, at);
    c01.intoArray(c, at + WIDTH);
    c02.intoArray(c, at + 2 * WIDTH);
    c03.intoArray(c, at + 3 * WIDTH);
  }

  /** One row by one vector. */
  private void oneByOne(int row, int column, int at) {
    float[] left = a;
    float[] right = b;
    int a0 = aAt + row * aRow;
    int from = bAt + column;
    FloatVector c00 = load(start, startAt + column);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = load(right, from);
      FloatVector x = all(left[a0]);
      c00 = x.fma(b0, c00);
      a0 += aColumn;
      from += bRow;
    }
    c00.intoArray(c, at);
  }
}
