package io.makerbench.learn.vector;

/** Rows of numbers one behind the other, with room for as many as were ever asked for. */
final class Rows {
  /** Numbers from one row to the next. */
  final int width;

  float[] values = {};

  Rows(int width) {
    this.width = width;
  }

  /** Makes room. What is in the rows is lost where they have to grow. */
  void reserve(int count) {
    if (values.length < count * width) {
      values = new float[count * width];
    }
  }
}
