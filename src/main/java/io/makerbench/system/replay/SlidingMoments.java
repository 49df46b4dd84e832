package io.makerbench.system.replay;

import java.util.Arrays;

/**
 * Mean and sample deviation of a sliding window, in constant time a value on average and without
 * ever subtracting a value that left: two stacks of partial moments, joined by the formula of Chan,
 * Golub and LeVeque (1979). A window of equal values has a deviation of exactly 0.
 */
final class SlidingMoments {
  private static final int FIRST_CAPACITY = 256;

  // The front stack holds suffixes of the older half, so that its top covers all of it; the back
  // holds the newer half's values, with their moments beside.
  private double[] frontMean = new double[FIRST_CAPACITY];
  private double[] frontSquares = new double[FIRST_CAPACITY];
  private int front;
  private double[] back = new double[FIRST_CAPACITY];
  private int backCount;
  private double backMean;
  private double backSquares;

  private double mean;
  private double squares;

  int count() {
    return front + backCount;
  }

  void clear() {
    front = 0;
    emptyBack();
  }

  /** Takes in the newest value. */
  void push(double value) {
    if (backCount == back.length) {
      back = Arrays.copyOf(back, 2 * backCount);
    }
    back[backCount++] = value;
    double delta = value - backMean;
    backMean += delta / backCount;
    backSquares += delta * (value - backMean);
  }

  /** Lets the oldest value go. */
  void pop() {
    if (front == 0) {
      turnBackOver();
    }
    front--;
  }

  private void turnBackOver() {
    if (frontMean.length < backCount) {
      frontMean = new double[back.length];
      frontSquares = new double[back.length];
    }
    double suffixMean = 0;
    double suffixSquares = 0;
    for (int i = backCount - 1; i >= 0; i--) {
      double delta = back[i] - suffixMean;
      suffixMean += delta / (front + 1);
      suffixSquares += delta * (back[i] - suffixMean);
      frontMean[front] = suffixMean;
      frontSquares[front] = suffixSquares;
      front++;
    }
    emptyBack();
  }

  private void emptyBack() {
    backCount = 0;
    backMean = 0;
    backSquares = 0;
  }

  /** Mean of the window; 0 when it is empty. */
  double mean() {
    join();
    return mean;
  }

  /** Sample deviation (n − 1); 0 for fewer than two values. */
  double deviation() {
    if (count() < 2) {
      return 0;
    }
    join();
    return Math.sqrt(squares / (count() - 1));
  }

  private void join() {
    if (front == 0) {
      mean = backMean;
      squares = backSquares;
      return;
    }
    double olderMean = frontMean[front - 1];
    double delta = backMean - olderMean;
    double n = count();
    if (backCount == 0) {
      delta = 0;
    }
    mean = olderMean + delta * (backCount / n);
    squares = frontSquares[front - 1] + backSquares + delta * delta * (front * (backCount / n));
  }
}
