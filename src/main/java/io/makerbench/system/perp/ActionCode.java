package io.makerbench.system.perp;

import io.makerbench.env.Space;
import io.makerbench.system.perp.engine.Columns;
import io.makerbench.system.perp.engine.Copies;
import io.makerbench.system.perp.engine.DeskStates;
import io.makerbench.system.perp.engine.VenueStates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the numbers of an action mean, version 1: blocks of spread scales, size scales, price
 * offsets, one hedge scale and hedge weights, each number from −1 to 1 and linear in what it stands
 * for: spread scales of 0.5 to 3, size scales of 0 to 2, offsets of ±10 USD, a hedge scale of 0 to
 * 2, and weights of 0 to 1 that are scaled to add up to 1. In files of trajectories all but the
 * offsets are written as (number + 1)/2.
 *
 * <p>Numbers are read to a millionth, finer than a float holds them, so that the action that leaves
 * the engine alone does so exactly.
 */
final class ActionCode {
  /** Version of this code, for files. */
  static final int VERSION = 1;

  private static final double LEAST_SPREAD_SCALE = 0.5;
  private static final double SPREAD_SCALES = 2.5;
  private static final double SIZE_SCALES = 2;
  private static final double HEDGE_SCALES = 2;
  private static final double LARGEST_OFFSET_USD = 10;
  private static final double MILLION = 1e6;
  private static final double NO_WEIGHT = 1e-9;
  private static final float IDENTITY_SPREAD = -0.6f;
  private static final int REASONS = Correction.values().length;

  private final int count;
  private final int width;
  private final boolean published;
  private final VenueStates venues;
  private final DeskStates desks;
  private final float[] identity;

  /** Corrections of each copy, by reason. */
  private final int[] corrections;

  ActionCode(Mode mode, Copies copies) {
    count = copies.terms().venues();
    width = width(count);
    published = mode == Mode.PUBLISHED;
    venues = copies.venues();
    desks = copies.desks();
    identity = identity(count);
    Columns columns = copies.columns();
    corrections = columns.integers(copies.count() * REASONS);
  }

  /** Numbers in an action. */
  static int width(int venues) {
    return 4 * venues + 1;
  }

  static Space space(int venues) {
    return new Space.Box(width(venues), -1, 1);
  }

  /** The action that leaves the engine alone. */
  static float[] identity(int venues) {
    float[] action = new float[width(venues)];
    Arrays.fill(action, 0, venues, IDENTITY_SPREAD);
    Arrays.fill(action, 3 * venues + 1, width(venues), 2f / venues - 1);
    return action;
  }

  /** The action that neither quotes nor hedges. */
  static float[] nothing(int venues) {
    float[] action = identity(venues);
    Arrays.fill(action, venues, 2 * venues, -1);
    action[3 * venues] = -1;
    return action;
  }

  /** The number that stands for a spread scale. */
  static float ofSpreadScale(double scale) {
    return (float) (2 * (scale - LEAST_SPREAD_SCALE) / SPREAD_SCALES - 1);
  }

  /** The number that stands for a size scale. */
  static float ofSizeScale(double scale) {
    return (float) (2 * scale / SIZE_SCALES - 1);
  }

  /** The number that stands for a hedge scale. */
  static float ofHedgeScale(double scale) {
    return (float) (2 * scale / HEDGE_SCALES - 1);
  }

  /**
   * A number as files of trajectories have it; those of an index from 2 to 3 × venues are offsets.
   */
  static float published(float number, int index, int venues) {
    return isOffset(index, venues) ? number : (float) (rounded((number + 1.0) / 2));
  }

  private static boolean isOffset(int index, int venues) {
    return index >= 2 * venues && index < 3 * venues;
  }

  /** A number as it was before {@link #published}. */
  static float ofPublished(float number, int index, int venues) {
    return isOffset(index, venues) ? number : (float) rounded(2 * number - 1.0);
  }

  /** Names of the numbers, in order. */
  static List<String> names(List<String> venues) {
    List<String> names = new ArrayList<>();
    venues.forEach(v -> names.add("spread scale " + v));
    venues.forEach(v -> names.add("size scale " + v));
    venues.forEach(v -> names.add("price offset " + v));
    names.add("hedge scale");
    venues.forEach(v -> names.add("hedge weight " + v));
    return List.copyOf(names);
  }

  /** Corrections for a reason, all copies together. */
  long corrections(Correction reason) {
    long sum = 0;
    for (int at = reason.ordinal(); at < corrections.length; at += REASONS) {
      sum += corrections[at];
    }
    return sum;
  }

  /**
   * Lets the numbers of a copy take effect.
   *
   * @param actions those of all copies; of any other length they leave the engine alone
   */
  void apply(float[] actions, int copy) {
    boolean fits = actions.length == width * desks.net.length;
    if (!fits) {
      count(copy, Correction.WRONG_LENGTH);
    }
    float[] numbers = fits ? actions : identity;
    int at = fits ? copy * width : 0;
    int first = copy * count;
    for (int v = 0; v < count; v++) {
      int i = first + v;
      double spread = share(numbers, at, v, copy);
      venues.spreadScale[i] = rounded(LEAST_SPREAD_SCALE + SPREAD_SCALES * spread);
      venues.sizeScale[i] = rounded(SIZE_SCALES * share(numbers, at, count + v, copy));
      double offset = number(numbers, at, 2 * count + v, copy);
      venues.offset[i] = published ? 0 : rounded(LARGEST_OFFSET_USD * offset);
    }
    desks.hedgeScale[copy] = rounded(HEDGE_SCALES * share(numbers, at, 3 * count, copy));
    weigh(numbers, at + 3 * count + 1, copy);
  }

  private void weigh(float[] numbers, int at, int copy) {
    int first = copy * count;
    double sum = 0;
    for (int v = 0; v < count; v++) {
      double weight = share(numbers, at - 3 * count - 1, 3 * count + 1 + v, copy);
      venues.hedgeWeight[first + v] = weight;
      sum += weight;
    }
    if (sum < NO_WEIGHT) {
      count(copy, Correction.NO_WEIGHT);
    } else if (Math.abs(sum - 1) > 1 / MILLION) {
      count(copy, Correction.WEIGHTS_SCALED);
    }
    boolean equal = published || sum < NO_WEIGHT;
    for (int v = 0; v < count; v++) {
      double weight = venues.hedgeWeight[first + v];
      venues.hedgeWeight[first + v] = equal ? 1.0 / count : rounded(weight / sum);
    }
  }

  /** A number as a share of its range. */
  private double share(float[] numbers, int at, int index, int copy) {
    return (number(numbers, at, index, copy) + 1) / 2;
  }

  private double number(float[] numbers, int at, int index, int copy) {
    float number = numbers[at + index];
    if (Math.abs(number) <= 1) {
      return number;
    }
    if (Float.isFinite(number)) {
      count(copy, Correction.OUT_OF_RANGE);
      return number > 0 ? 1 : -1;
    }
    count(copy, Correction.NOT_FINITE);
    return identity[index];
  }

  private void count(int copy, Correction reason) {
    corrections[copy * REASONS + reason.ordinal()]++;
  }

  private static double rounded(double number) {
    return Math.rint(number * MILLION) / MILLION;
  }
}
