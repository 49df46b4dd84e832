package io.makerbench.learn.figures;

import io.makerbench.learn.TrainerListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** When rows of metrics are due, and what in them a user should be warned of. */
final class MetricsRows {
  private static final long ROWS_OF_A_TRAINING = 1000;
  private static final long SHORTEST_ROW_TICKS = 100;
  private static final long LONGEST_ROW_TICKS = 10_000;

  /** Greedy choices below which their shares mean little. */
  private static final int FEWEST_CHOICES = 50;

  private static final double COLLAPSED_SHARE = 0.95;

  private final long ticksOfRow;
  private long lastRow;
  private boolean collapsed;

  MetricsRows(long totalTicks) {
    ticksOfRow = Math.clamp(totalTicks / ROWS_OF_A_TRAINING, SHORTEST_ROW_TICKS, LONGEST_ROW_TICKS);
  }

  /** True once for every stretch of ticks that was completed. */
  boolean due(long ticks) {
    long row = ticks / ticksOfRow;
    boolean due = row > lastRow;
    lastRow = row;
    return due;
  }

  /** Warns when the policy begins to take one action whatever it sees. */
  void warnOfCollapse(ActionCounts choices, long ticks, TrainerListener listener) {
    if (choices.total() < FEWEST_CHOICES) {
      return;
    }
    boolean before = collapsed;
    collapsed = choices.topShare() > COLLAPSED_SHARE;
    if (collapsed && !before) {
      listener.warning(
          ticks,
          ("The policy took action %d in %.0f %% of its choices: it may have collapsed. Try more"
                  + " exploration (a larger epsilon or ent_coef) or a smaller lr.")
              .formatted(choices.top(), 100 * choices.topShare()));
    }
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(lastRow);
    out.writeBoolean(collapsed);
  }

  void restore(DataInput in) throws IOException {
    lastRow = in.readLong();
    collapsed = in.readBoolean();
  }
}
