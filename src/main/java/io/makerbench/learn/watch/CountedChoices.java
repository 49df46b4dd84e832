package io.makerbench.learn.watch;

import io.makerbench.env.Actions;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often each choice was made; of several choices at once, each by itself. */
final class CountedChoices implements Choices {
  static final double COLLAPSED_SHARE = 0.95;

  /** Decisions of the policy itself below which shares mean little. */
  private static final double FEWEST_DECISIONS = 50;

  private final long[][] counts;
  private long decisions;

  CountedChoices(List<Integer> choices) {
    counts = new long[choices.size()][];
    Arrays.setAll(counts, i -> new long[choices.get(i)]);
  }

  @Override
  public void add(Actions actions, int copies) {
    int at = 0;
    for (int copy = 0; copy < copies; copy++) {
      for (long[] count : counts) {
        count[actions.discrete[at]]++;
        at++;
      }
    }
    decisions += copies;
  }

  @Override
  public @Nullable Concentration concentration(double exploration) {
    double own = decisions * (1 - exploration);
    if (own < FEWEST_DECISIONS) {
      return null;
    }
    double least = 1;
    int[] tops = new int[counts.length];
    for (int i = 0; i < counts.length; i++) {
      tops[i] = top(counts[i]);
      double byChance = decisions * exploration / counts[i].length;
      least = Math.min(least, Math.clamp((counts[i][tops[i]] - byChance) / own, 0, 1));
    }
    String what = tops.length == 1 ? "action " + tops[0] : "actions " + Arrays.toString(tops);
    return new Concentration(
        least,
        least > COLLAPSED_SHARE,
        "took %s in %s of %d decisions".formatted(what, Figures.percent(least), Math.round(own)));
  }

  private static int top(long[] count) {
    int top = 0;
    for (int choice = 1; choice < count.length; choice++) {
      top = count[choice] > count[top] ? choice : top;
    }
    return top;
  }

  @Override
  public void clear() {
    for (long[] count : counts) {
      Arrays.fill(count, 0);
    }
    decisions = 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(decisions);
    for (long[] count : counts) {
      for (long number : count) {
        out.writeLong(number);
      }
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    decisions = in.readLong();
    for (long[] count : counts) {
      for (int choice = 0; choice < count.length; choice++) {
        count[choice] = in.readLong();
      }
    }
  }
}
