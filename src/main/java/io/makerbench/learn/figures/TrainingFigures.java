package io.makerbench.learn.figures;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.TrainerListener;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a training that acts in an environment tells of itself: it counts ticks and decisions, and
 * gathers the figures of a row of metrics until it is due.
 */
public final class TrainingFigures {
  private final EpisodeFigures episodes;
  private final ActionCounts actions;
  private final ActionShares shares;
  private final CorrectionRates corrections;
  private final Means updates;
  private final MetricsRows rows;
  private final TrainingLog log;
  private final TrainerListener listener;
  private long ticks;
  private long decisions;

  /**
   * @param env that is acted in
   * @param updates columns of what an update finds
   * @param totalTicks planned length of the training
   */
  public TrainingFigures(
      VectorEnv env,
      List<String> updates,
      long totalTicks,
      TrainingLog log,
      TrainerListener listener) {
    Space actions = env.actionSpace();
    episodes = new EpisodeFigures(env.copies());
    this.actions = new ActionCounts(actions instanceof Space.Discrete d ? d.choices() : 0);
    shares = new ActionShares(actions);
    corrections = new CorrectionRates(env);
    this.updates = new Means(updates);
    rows = new MetricsRows(totalTicks);
    this.log = log;
    this.listener = listener;
  }

  /** Columns of the rows on how actions spread. */
  public static List<String> actionColumns(Space actions) {
    return ActionShares.columns(actions);
  }

  /** Ticks of all copies so far. */
  public long ticks() {
    return ticks;
  }

  /** Decisions of all copies so far. */
  public long decisions() {
    return decisions;
  }

  /** The actions of all copies, whatever chose them. */
  public void acted(Actions chosen, int copies) {
    shares.add(chosen, copies);
  }

  /** A policy chose an action itself. */
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
    Map<String, Double> spread = new LinkedHashMap<>();
    shares.put(spread);
    corrections.put(spread, decisions);
    listener.actions(ticks, spread);
    listener.metrics(ticks, row);
    episodes.clear();
    updates.clear();
    actions.clear();
    shares.clear();
  }

  public void save(DataOutput out) throws IOException {
    out.writeLong(ticks);
    out.writeLong(decisions);
    episodes.save(out);
    actions.save(out);
    shares.save(out);
    corrections.save(out);
    updates.save(out);
    rows.save(out);
  }

  public void restore(DataInput in) throws IOException {
    ticks = in.readLong();
    decisions = in.readLong();
    episodes.restore(in);
    actions.restore(in);
    shares.restore(in);
    corrections.restore(in);
    updates.restore(in);
    rows.restore(in);
  }
}
