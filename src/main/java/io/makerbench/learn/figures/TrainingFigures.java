package io.makerbench.learn.figures;

import io.makerbench.env.Transitions;
import io.makerbench.learn.TrainerListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What a training that acts in an environment tells of itself: it counts ticks and decisions, and
 * gathers the figures of a row of metrics until it is due.
 */
public final class TrainingFigures {
  private final EpisodeFigures episodes;
  private final ActionCounts actions;
  private final Means updates;
  private final MetricsRows rows;
  private final TrainingLog log;
  private final TrainerListener listener;
  private long ticks;
  private long decisions;

  /**
   * @param copies of the environment
   * @param actions that are counted one by one; 0 for none
   * @param updates columns of what an update finds
   * @param totalTicks planned length of the training
   */
  public TrainingFigures(
      int copies,
      int actions,
      List<String> updates,
      long totalTicks,
      TrainingLog log,
      TrainerListener listener) {
    episodes = new EpisodeFigures(copies);
    this.actions = new ActionCounts(actions);
    this.updates = new Means(updates);
    rows = new MetricsRows(totalTicks);
    this.log = log;
    this.listener = listener;
  }

  /** Ticks of all copies so far. */
  public long ticks() {
    return ticks;
  }

  /** Decisions of all copies so far. */
  public long decisions() {
    return decisions;
  }

  /** An action was chosen. */
  public void took(int action) {
    actions.took(action);
  }

  /**
   * A copy made a step.
   *
   * @param updatesMade updates so far
   */
  public void step(int copy, Transitions outcome, long updatesMade) {
    decisions++;
    ticks += outcome.ticks[copy];
    episodes.step(copy, outcome.rewards[copy], outcome.pnl[copy], outcome.ticks[copy]);
    log.stepped(copy, ticks, outcome);
    if (outcome.terminated[copy] || outcome.truncated[copy]) {
      log.ended(ticks, episodes.ended(copy), decisions, updatesMade);
    }
  }

  /** An update found these numbers, one a column. */
  public void learnt(double... found) {
    updates.add(found);
  }

  /** True once for every stretch of ticks after which a row is due. */
  public boolean rowDue() {
    return rows.due(ticks);
  }

  /**
   * Tells a row of metrics and begins the next.
   *
   * @param row the trainer's own columns; the others are added
   */
  public void tell(Map<String, Double> row) {
    row.put("decisions", (double) decisions);
    episodes.put(row);
    updates.put(row);
    actions.put(row);
    listener.metrics(ticks, row);
    episodes.clear();
    updates.clear();
    actions.clear();
  }

  public void save(DataOutput out) throws IOException {
    out.writeLong(ticks);
    out.writeLong(decisions);
    episodes.save(out);
    actions.save(out);
    updates.save(out);
    rows.save(out);
  }

  public void restore(DataInput in) throws IOException {
    ticks = in.readLong();
    decisions = in.readLong();
    episodes.restore(in);
    actions.restore(in);
    updates.restore(in);
    rows.restore(in);
  }
}
