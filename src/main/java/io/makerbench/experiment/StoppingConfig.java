package io.makerbench.experiment;

import io.makerbench.config.Key;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When a training ends before its time, and which policy on the way is kept. */
public record StoppingConfig(
    @Key(
            help =
                "Figure of the training that decides: episode_reward, episode_pnl (only in markets"
                    + " with money) or reward (of a tick).",
            fallback = "\"episode_reward\"")
        Figure figure,
    @Key(
            help = "Rows of metrics.csv over whose mean the figure is taken.",
            unit = "rows",
            fallback = "20",
            min = 1,
            max = 100000)
        int window,
    @Key(
            help = "The training ends when that mean reaches this; null to train to the end.",
            fallback = "null")
        @Nullable Double stopAt,
    @Key(
            help =
                "From this mean on the best policy so far is kept in the folder best of the run;"
                    + " null to keep none.",
            fallback = "null")
        @Nullable Double keepBestFrom) {
  /** What a training is judged by while it goes on; more is better. */
  public enum Figure {
    EPISODE_REWARD,
    EPISODE_PNL,
    REWARD;

    /** Its column in metrics.csv. */
    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
