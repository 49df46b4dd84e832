package io.makerbench.learn.watch;

import io.makerbench.env.Actions;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Mean and deviation of actions that are numbers, and how often they are at a bound. */
final class MeasuredChoices implements Choices {
  /** Share of the first period's deviation below which it is gone. */
  private static final double GONE_SHARE = 0.01;

  /** Share of the decisions at one bound above which nothing else is left. */
  private static final double SATURATED_SHARE = 0.95;

  /** Distance from a bound, as a share of the range, that counts as being there. */
  private static final double AT_BOUND = 1e-3;

  private static final long FEWEST_DECISIONS = 50;

  private final int width;
  private final double lowEnd;
  private final double highEnd;
  private final double[] sums;
  private final double[] squares;
  private final long[] low;
  private final long[] high;
  private final double[] first;
  private long decisions;

  MeasuredChoices(int width, double least, double most) {
    this.width = width;
    double margin = AT_BOUND * (most - least); // infinite without bounds, which are then not met
    lowEnd = least + (Double.isFinite(margin) ? margin : 0);
    highEnd = most - (Double.isFinite(margin) ? margin : 0);
    sums = new double[width];
    squares = new double[width];
    low = new long[width];
    high = new long[width];
    first = new double[width];
  }

  @Override
  public void add(Actions actions, int copies) {
    for (int i = 0; i < width; i++) {
      add(actions.continuous, i, copies);
    }
    decisions += copies;
  }

  /** Takes in number {@code i} of every copy; sums are held in registers. */
  private void add(float[] actions, int i, int copies) {
    double sum = 0;
    double square = 0;
    int atLow = 0;
    int atHigh = 0;
    for (int at = i; at < copies * width; at += width) {
      double action = actions[at];
      sum += action;
      square += action * action;
      atLow += action <= lowEnd ? 1 : 0;
      atHigh += action >= highEnd ? 1 : 0;
    }
    sums[i] += sum;
    squares[i] += square;
    low[i] += atLow;
    high[i] += atHigh;
  }

  private double deviation(int i) {
    double mean = sums[i] / decisions;
    return Math.sqrt(Math.max(0, squares[i] / decisions - mean * mean));
  }

  @Override
  public @Nullable Concentration concentration(double exploration) {
    if (decisions < FEWEST_DECISIONS) {
      return null;
    }
    double saturated = 1;
    double left = 0;
    for (int i = 0; i < width; i++) {
      saturated = Math.min(saturated, (double) Math.max(low[i], high[i]) / decisions);
      first[i] = first[i] == 0 ? deviation(i) : first[i];
      left = Math.max(left, first[i] == 0 ? 0 : deviation(i) / first[i]);
    }
    return saturated > SATURATED_SHARE || left >= GONE_SHARE
        ? atBounds(saturated)
        : new Concentration(1 - left, true, gone(left));
  }

  private Concentration atBounds(double saturated) {
    return new Concentration(
        saturated,
        saturated > SATURATED_SHARE,
        "acted at a bound in %s of %d decisions, in each of its %d numbers"
            .formatted(Figures.percent(saturated), decisions, width));
  }

  private String gone(double left) {
    return "varies its action by %s of what it did at first".formatted(Figures.percent(left));
  }

  @Override
  public void clear() {
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
    Arrays.fill(low, 0);
    Arrays.fill(high, 0);
    decisions = 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(decisions);
    for (int i = 0; i < width; i++) {
      out.writeDouble(sums[i]);
      out.writeDouble(squares[i]);
      out.writeLong(low[i]);
      out.writeLong(high[i]);
      out.writeDouble(first[i]);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    decisions = in.readLong();
    for (int i = 0; i < width; i++) {
      sums[i] = in.readDouble();
      squares[i] = in.readDouble();
      low[i] = in.readLong();
      high[i] = in.readLong();
      first[i] = in.readDouble();
    }
  }
}
