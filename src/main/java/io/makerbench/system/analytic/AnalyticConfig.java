package io.makerbench.system.analytic;

import io.makerbench.config.InputException;
import io.makerbench.config.Key;

/** The section of a configuration that the market models define; times are in seconds. */
record AnalyticConfig(
    @Key(help = "What moves the mid and fills the quotes.", fallback = "\"avellaneda-stoikov\"")
        Model model,
    @Key(help = "Mid at the start.", unit = "quote", fallback = "100", min = -1e9, max = 1e9)
        double startPrice,
    @Key(help = "Volatility of the mid.", unit = "quote/√s", fallback = "2", min = 0, max = 1e9)
        double sigma,
    @Key(
            help = "A in A·e^(−kδ), the fills per time of a quote at depth δ.",
            unit = "1/s",
            fallback = "140",
            min = 1e-9,
            max = 1e9)
        double a,
    @Key(
            help = "k in A·e^(−kδ), the decay of fills with depth.",
            unit = "1/quote",
            fallback = "1.5",
            min = 1e-9,
            max = 1e9)
        double k,
    @Key(help = "Length of a step.", unit = "s", fallback = "0.005", min = 1e-6, max = 86400)
        double dt,
    @Key(help = "Length of an episode.", unit = "s", fallback = "1", min = 1e-6, max = 1e7)
        double horizon,
    @Key(
            help = "Largest position, long or short, in orders.",
            unit = "orders",
            fallback = "100",
            min = 1,
            max = 1000000)
        int maxInventory,
    @Key(
            help = "Aversion to risk of the baselines that have one.",
            unit = "1/quote",
            fallback = "0.1",
            min = 1e-9,
            max = 1e6)
        double gamma,
    @Key(
            help =
                "Penalty of the reward on the squared position, over time; γσ²/2 stands for an"
                    + " aversion to risk γ.",
            unit = "quote/s",
            fallback = "0.01",
            min = 0,
            max = 1e6)
        double phi,
    @Key(
            help =
                "Cost of closing a position of one at the end of an episode, per squared position.",
            unit = "quote",
            fallback = "0.001",
            min = 0,
            max = 1e6)
        double alpha,
    @Key(help = "Order flow of the models that are simulated order by order.") FlowConfig flow,
    @Key(help = "How a policy says where it quotes.") ActionConfig actions,
    @Key(help = "Seed of the evaluation windows, the same for every run.", fallback = "1")
        long evaluationSeed,
    @Key(
            help = "Windows policies are judged on.",
            unit = "windows",
            fallback = "8",
            min = 1,
            max = 1000)
        int evaluationWindows,
    @Key(
            help = "Episodes in a window, one after the other.",
            unit = "episodes",
            fallback = "25",
            min = 1,
            max = 10000)
        int windowEpisodes) {
  private static final double MOST_STEPS = 1e6;
  private static final double MOST_WINDOW_STEPS = 1e7;

  /** Beyond this a time in ns does not fit its number. */
  private static final double MOST_SECONDS = 9e9;

  AnalyticConfig {
    double steps = horizon / dt;
    if (steps > MOST_STEPS || Math.abs(steps - Math.rint(steps)) > 1e-6 * steps) {
      throw new InputException(
          "horizon must be a whole number of steps dt, at most %.0f; it is %s of them."
              .formatted(MOST_STEPS, steps));
    }
    if (steps * windowEpisodes > MOST_WINDOW_STEPS) {
      throw new InputException(
          "A window may have at most %.0f steps; %d window_episodes of %.0f steps are more."
              .formatted(MOST_WINDOW_STEPS, windowEpisodes, steps));
    }
    if (horizon * windowEpisodes * evaluationWindows > MOST_SECONDS) {
      throw new InputException(
          "The evaluation may last %.0f s at most; evaluation_windows × window_episodes × horizon is"
                  .formatted(MOST_SECONDS)
              + " more.");
    }
  }

  /** Steps of an episode. */
  int steps() {
    return (int) Math.rint(horizon / dt);
  }
}
