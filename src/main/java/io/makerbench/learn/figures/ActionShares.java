package io.makerbench.learn.figures;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the actions of a stretch of training spread, whatever their space: for each choice the share
 * of the decisions that fell on each of its options, for each number of a box the share that fell
 * in each of {@value #BINS} equal parts of its range, for a simplex the mean share given to each
 * part. The shares of a group (a choice, a number, the simplex) add up to 1. Columns are named
 * {@code share_GROUP_LABEL}; a label is an option's number or a part's range.
 */
final class ActionShares {
  private static final int BINS = 8;

  /** A box without bounds is looked at as far as this: the usual scale of what a policy gives. */
  private static final double USUAL_BOUND = 3;

  private final List<String> columns;
  private final int[] firstOfGroup;
  private final double[] sums;
  private final boolean discrete;
  private final boolean simplex;
  private final double low;
  private final double perUnit;
  private long decisions;

  ActionShares(Space space) {
    columns = columns(space);
    sums = new double[columns.size()];
    discrete = space instanceof Space.Discrete || space instanceof Space.MultiDiscrete;
    simplex = space instanceof Space.Simplex;
    firstOfGroup = firstOfGroup(space);
    double[] range = range(space);
    low = range[0];
    perUnit = BINS / (range[1] - range[0]);
  }

  static List<String> columns(Space space) {
    return switch (space) {
      case Space.Discrete one -> options(List.of(one.choices()));
      case Space.MultiDiscrete several -> options(several.choices());
      case Space.Simplex shares -> options(List.of(shares.width()));
      case Space.Box box -> parts(box);
    };
  }

  private static List<String> options(List<Integer> choices) {
    List<String> names = new ArrayList<>();
    for (int group = 0; group < choices.size(); group++) {
      for (int option = 0; option < choices.get(group); option++) {
        names.add("share_" + group + "_" + option);
      }
    }
    return names;
  }

  private static List<String> parts(Space.Box box) {
    double[] range = range(box);
    double part = (range[1] - range[0]) / BINS;
    List<String> names = new ArrayList<>();
    for (int group = 0; group < box.width(); group++) {
      for (int bin = 0; bin < BINS; bin++) {
        String from = bound(range[0] + bin * part);
        names.add("share_%d_%s to %s".formatted(group, from, bound(range[0] + (bin + 1) * part)));
      }
    }
    return names;
  }

  private static String bound(double value) {
    return String.format(Locale.ROOT, "%.4g", value).replaceFirst("\\.?0+$", "");
  }

  private static double[] range(Space space) {
    boolean bounded =
        space instanceof Space.Box box
            && Double.isFinite(box.low())
            && Double.isFinite(box.high())
            && box.high() > box.low();
    return bounded && space instanceof Space.Box box
        ? new double[] {box.low(), box.high()}
        : new double[] {-USUAL_BOUND, USUAL_BOUND};
  }

  private static int[] firstOfGroup(Space space) {
    int[] first = new int[space instanceof Space.Simplex ? 1 : space.width()];
    for (int group = 1; group < first.length; group++) {
      int before =
          space instanceof Space.MultiDiscrete several ? several.choices().get(group - 1) : BINS;
      first[group] = first[group - 1] + before;
    }
    return first;
  }

  /** Takes in the actions of all copies. */
  void add(Actions actions, int copies) {
    if (discrete) {
      count(actions.discrete, copies);
    } else if (simplex) {
      weigh(actions.continuous, copies);
    } else {
      bin(actions.continuous, copies);
    }
    decisions += copies;
  }

  private void count(int[] chosen, int copies) {
    int at = 0;
    for (int copy = 0; copy < copies; copy++) {
      for (int first : firstOfGroup) {
        sums[first + chosen[at]]++;
        at++;
      }
    }
  }

  private void weigh(float[] shares, int copies) {
    for (int at = 0; at < copies * sums.length; at++) {
      sums[at % sums.length] += shares[at];
    }
  }

  private void bin(float[] numbers, int copies) {
    int at = 0;
    for (int copy = 0; copy < copies; copy++) {
      for (int first : firstOfGroup) {
        sums[first + (int) Math.clamp((numbers[at] - low) * perUnit, 0, BINS - 1)]++;
        at++;
      }
    }
  }

  /** As columns; none where nothing was decided. */
  void put(Map<String, Double> row) {
    for (int i = 0; i < sums.length && decisions > 0; i++) {
      row.put(columns.get(i), sums[i] / decisions);
    }
  }

  /** Begins the next row. */
  void clear() {
    Arrays.fill(sums, 0);
    decisions = 0;
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(decisions);
    for (double sum : sums) {
      out.writeDouble(sum);
    }
  }

  void restore(DataInput in) throws IOException {
    decisions = in.readLong();
    for (int i = 0; i < sums.length; i++) {
      sums[i] = in.readDouble();
    }
  }
}
