package io.makerbench.learn.figures;

import io.makerbench.env.Transitions;
import io.makerbench.learn.TrainerListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells of single episodes and decisions where the configuration asks for it. */
public final class TrainingLog {
  private static final List<String> EPISODE_COLUMNS =
      List.of("episode", "reward", "pnl", "decisions", "updates");
  private static final List<String> OUTCOME_COLUMNS = List.of("reward", "pnl");

  private final Settings settings;
  private final Decisions decisions;
  private final TrainerListener listener;

  /** What of it is asked for. */
  public interface Settings {
    boolean episodeLogging();

    boolean stepLogging();
  }

  /** Says what was decided. */
  @FunctionalInterface
  public interface Decisions {
    /** Writes the last decision of a copy as columns. */
    void put(int copy, Map<String, Double> row);
  }

  public TrainingLog(Settings settings, Decisions decisions, TrainerListener listener) {
    this.settings = settings;
    this.decisions = decisions;
    this.listener = listener;
  }

  /** Columns of the rows on episodes; none where they are not asked for. */
  public static List<String> episodeColumns(Settings settings) {
    return settings.episodeLogging() ? EPISODE_COLUMNS : List.of();
  }

  /**
   * Columns of the rows on decisions; none where they are not asked for.
   *
   * @param own what {@link Decisions} writes
   */
  public static List<String> decisionColumns(Settings settings, List<String> own) {
    if (!settings.stepLogging()) {
      return List.of();
    }
    List<String> columns = new ArrayList<>(own);
    columns.addAll(OUTCOME_COLUMNS);
    return columns;
  }

  /** A copy decided, and this came of it. */
  void stepped(int copy, long step, Transitions outcome) {
    if (settings.stepLogging()) {
      Map<String, Double> row = new LinkedHashMap<>();
      decisions.put(copy, row);
      row.put("reward", outcome.rewards[copy]);
      EpisodeFigures.putFinite(row, "pnl", outcome.pnl[copy]);
      listener.decision(step, row);
    }
  }

  /**
   * An episode ended.
   *
   * @param totals its number, reward and profit
   */
  void ended(long step, Map<String, Double> totals, long decisionsMade, long updates) {
    if (settings.episodeLogging()) {
      Map<String, Double> row = new LinkedHashMap<>(totals);
      row.put("decisions", (double) decisionsMade);
      row.put("updates", (double) updates);
      listener.episode(step, row);
    }
  }
}
