package io.makerbench.learn;

import java.util.Map;

/** Hears what a trainer finds, on the thread that trains. */
public interface TrainerListener {
  /** Hears nothing. */
  TrainerListener SILENT =
      new TrainerListener() {
        @Override
        public void metrics(long step, Map<String, Double> values) {
          // not asked for
        }

        @Override
        public void warning(long step, String message) {
          // not asked for
        }
      };

  /**
   * One row of figures, at a cadence counted in ticks.
   *
   * @param step ticks of all copies so far
   * @param values by column; a column without a value in this row is absent
   */
  void metrics(long step, Map<String, Double> values);

  /**
   * How the actions since the last of these rows spread and how often they were corrected, told
   * with each row of figures.
   *
   * @param values shares by column, see {@link Algorithm#actionColumns}, and corrections a
   *     decision, see {@link io.makerbench.env.VectorEnv#corrections}
   */
  default void actions(long step, Map<String, Double> values) {}

  /** An episode ended; told where {@code episode_logging} is on. */
  default void episode(long step, Map<String, Double> values) {}

  /** A decision and what came of it; told where {@code step_logging} is on. */
  default void decision(long step, Map<String, Double> values) {}

  /** Something a user should know, in words, with what to do. */
  void warning(long step, String message);
}
