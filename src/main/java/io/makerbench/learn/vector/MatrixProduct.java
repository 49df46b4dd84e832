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

  /**
   * Terms of a sum that are added in one go: as many rows of a tile of B as the first cache holds.
   */
  private static final int DEPTH = 128;

  /** From so many rows of A on it pays to lay a tile of B out anew, row behind row. */
  private static final int ROWS_WORTH_PACKING = 16;

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

  // The tile at work: where its part of A begins, its part of B, what its sums start from, terms.
  private int leftAt;
  private float[] right = {};
  private int rightAt;
  private int rightRow;
  private float[] from = {};
  private int fromAt;
  private int fromRow;
  private int depth;
  private float[] panel = {};

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
    int tile = (MANY_REGISTERS ? 4 : 2) * WIDTH;
    int j = 0;
    for (; j + tile <= columns; j += tile) {
      int k = 0;
      do { // once at least: C is what its sums start from where there is nothing to add
        begin(j, k, Math.min(DEPTH, inner - k), outAt + j);
        if (rows >= ROWS_WORTH_PACKING) {
          pack(tile);
        }
        wideTile(rows, outAt + j);
        k += DEPTH;
      } while (k < inner);
    }
    for (; j < columns; j += WIDTH) {
      begin(j, 0, inner, outAt + j);
      narrowTile(rows, outAt + j);
    }
  }

  /** Turns to a tile and to the terms from {@code k} on; sums go on from what those before gave. */
  private void begin(int column, int k, int terms, int out) {
    leftAt = aAt + k * aColumn;
    right = b;
    rightAt = bAt + k * bRow + column;
    rightRow = bRow;
    from = k == 0 ? start : c;
    fromAt = k == 0 ? startAt + column : out;
    fromRow = k == 0 ? 0 : cRow;
    depth = terms;
  }

  /** Copies the tile's part of B, so that its rows are neighbours and lie in one cache. */
  private void pack(int tile) {
    if (panel.length == 0) {
      panel = new float[DEPTH * tile];
    }
    for (int k = 0; k < depth; k++) {
      System.arraycopy(right, rightAt + k * rightRow, panel, k * tile, tile);
    }
    right = panel;
    rightAt = 0;
    rightRow = tile;
  }

  private void wideTile(int rows, int out) {
    int i = 0;
    for (; i + ROWS <= rows; i += ROWS) {
      if (MANY_REGISTERS) {
        fourByFour(i, out + i * cRow);
      } else {
        fourByTwo(i, out + i * cRow);
      }
    }
    for (; i < rows; i++) {
      if (MANY_REGISTERS) {
        oneByFour(i, out + i * cRow);
      } else {
        oneByOne(i, 0, out + i * cRow);
        oneByOne(i, WIDTH, out + i * cRow + WIDTH);
      }
    }
  }

  private void narrowTile(int rows, int out) {
    int i = 0;
    for (; i + ROWS_OF_NARROW_TILE <= rows; i += ROWS_OF_NARROW_TILE) {
      eightByOne(i, out + i * cRow);
    }
    for (; i < rows; i++) {
      oneByOne(i, 0, out + i * cRow);
    }
  }

  /** Four rows by four vectors: sixteen sums in registers. */
  private void fourByFour(int row, int at) {
    float[] left = a;
    float[] tile = right;
    int a0 = leftAt + row * aRow;
    int a1 = a0 + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    int line = rightAt;
    int s0 = fromAt + row * fromRow;
    int s1 = s0 + fromRow;
    int s2 = s1 + fromRow;
    int s3 = s2 + fromRow;
    FloatVector c00 = load(from, s0);
    FloatVector c01 = load(from, s0 + WIDTH);
    FloatVector c02 = load(from, s0 + 2 * WIDTH);
    FloatVector c03 = load(from, s0 + 3 * WIDTH);
    FloatVector c10 = load(from, s1);
    FloatVector c11 = load(from, s1 + WIDTH);
    FloatVector c12 = load(from, s1 + 2 * WIDTH);
    FloatVector c13 = load(from, s1 + 3 * WIDTH);
    FloatVector c20 = load(from, s2);
    FloatVector c21 = load(from, s2 + WIDTH);
    FloatVector c22 = load(from, s2 + 2 * WIDTH);
    FloatVector c23 = load(from, s2 + 3 * WIDTH);
    FloatVector c30 = load(from, s3);
    FloatVector c31 = load(from, s3 + WIDTH);
    FloatVector c32 = load(from, s3 + 2 * WIDTH);
    FloatVector c33 = load(from, s3 + 3 * WIDTH);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = load(tile, line);
      FloatVector b1 = load(tile, line + WIDTH);
      FloatVector b2 = load(tile, line + 2 * WIDTH);
      FloatVector b3 = load(tile, line + 3 * WIDTH);
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
      line += rightRow;
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
  private void fourByTwo(int row, int at) {
    float[] left = a;
    float[] tile = right;
    int a0 = leftAt + row * aRow;
    int a1 = a0 + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    int line = rightAt;
    int s0 = fromAt + row * fromRow;
    int s1 = s0 + fromRow;
    int s2 = s1 + fromRow;
    int s3 = s2 + fromRow;
    FloatVector c00 = load(from, s0);
    FloatVector c01 = load(from, s0 + WIDTH);
    FloatVector c10 = load(from, s1);
    FloatVector c11 = load(from, s1 + WIDTH);
    FloatVector c20 = load(from, s2);
    FloatVector c21 = load(from, s2 + WIDTH);
    FloatVector c30 = load(from, s3);
    FloatVector c31 = load(from, s3 + WIDTH);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = load(tile, line);
      FloatVector b1 = load(tile, line + WIDTH);
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
      line += rightRow;
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
  private void eightByOne(int row, int at) {
    float[] left = a;
    float[] tile = right;
    int a0 = leftAt + row * aRow;
    int a1 = a0 + aRow;
    int a2 = a1 + aRow;
    int a3 = a2 + aRow;
    int a4 = a3 + aRow;
    int a5 = a4 + aRow;
    int a6 = a5 + aRow;
    int a7 = a6 + aRow;
    int line = rightAt;
    int s0 = fromAt + row * fromRow;
    int s1 = s0 + fromRow;
    int s2 = s1 + fromRow;
    int s3 = s2 + fromRow;
    int s4 = s3 + fromRow;
    int s5 = s4 + fromRow;
    int s6 = s5 + fromRow;
    int s7 = s6 + fromRow;
    FloatVector c00 = load(from, s0);
    FloatVector c10 = load(from, s1);
    FloatVector c20 = load(from, s2);
    FloatVector c30 = load(from, s3);
    FloatVector c40 = load(from, s4);
    FloatVector c50 = load(from, s5);
    FloatVector c60 = load(from, s6);
    FloatVector c70 = load(from, s7);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = load(tile, line);
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
      line += rightRow;
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
  private void oneByFour(int row, int at) {
    float[] left = a;
    float[] tile = right;
    int a0 = leftAt + row * aRow;
    int line = rightAt;
    int s0 = fromAt + row * fromRow;
    FloatVector c00 = load(from, s0);
    FloatVector c01 = load(from, s0 + WIDTH);
    FloatVector c02 = load(from, s0 + 2 * WIDTH);
    FloatVector c03 = load(from, s0 + 3 * WIDTH);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = load(tile, line);
      FloatVector b1 = load(tile, line + WIDTH);
      FloatVector b2 = load(tile, line + 2 * WIDTH);
      FloatVector b3 = load(tile, line + 3 * WIDTH);
      FloatVector x = all(left[a0]);
      c00 = x.fma(b0, c00);
      c01 = x.fma(b1, c01);
      c02 = x.fma(b2, c02);
      c03 = x.fma(b3, c03);
      a0 += aColumn;
      line += rightRow;
    }
    c00.intoArray(c, at);
    c01.intoArray(c, at + WIDTH);
    c02.intoArray(c, at + 2 * WIDTH);
    c03.intoArray(c, at + 3 * WIDTH);
  }

  /** One row by one vector. */
  private void oneByOne(int row, int column, int at) {
    float[] left = a;
    float[] tile = right;
    int a0 = leftAt + row * aRow;
    int line = rightAt + column;
    int s0 = fromAt + row * fromRow + column;
    FloatVector c00 = load(from, s0);
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = load(tile, line);
      FloatVector x = all(left[a0]);
      c00 = x.fma(b0, c00);
      a0 += aColumn;
      line += rightRow;
    }
    c00.intoArray(c, at);
  }
}
