package io.makerbench.oracle;

import io.makerbench.env.Actions;
import io.makerbench.env.Episode;
import io.makerbench.env.Space;
import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.ExperimentConfig;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * How far a policy quoted from the optimum of its market, where the optimum is known in closed form
 * (Cartea, Jaimungal and Penalva: the rule that earns the most of the reward). Every decision of
 * its episodes is held against what the optimum does with the same time left and the same position.
 *
 * @param rows one for each position it was in, ascending
 * @param meanSquare mean squared difference of depth over all decisions and sides, quote currency
 *     squared; NaN where none can be compared
 */
public record QuoteDistance(List<Row> rows, double meanSquare) {
  /** The system whose markets have closed forms, and the rule that is the optimum there. */
  private static final String SYSTEM = "analytic";

  private static final String OPTIMUM = "cjp";

  /**
   * Quotes at one position: mean distances from the mid, in quote currency; NaN where a side was
   * not quoted.
   *
   * @param position position, in orders
   * @param decisions decisions taken there
   * @param bid depth of the policy's bid
   * @param ask depth of the policy's ask
   * @param bestBid depth of the optimum's bid at the same decisions
   * @param bestAsk depth of the optimum's ask at the same decisions
   */
  public record Row(
      int position, int decisions, double bid, double ask, double bestBid, double bestAsk) {}

  /** Root of the mean squared difference of depth, quote currency. */
  public double rootMeanSquare() {
    return Math.sqrt(meanSquare);
  }

  /**
   * Measures the episodes of a policy.
   *
   * @param config complete configuration of its run
   * @param place where a market would look for data; none is read
   * @return empty where no closed form is known
   */
  public static Optional<QuoteDistance> of(
      JsonNode config, TradingSystem.Place place, List<Episode> episodes) {
    if (!config.path("system").asString("").equals(SYSTEM) || episodes.isEmpty()) {
      return Optional.empty();
    }
    ExperimentConfig read = ConfigFiles.read(config, "configuration");
    try (Market market = ConfigFiles.system(SYSTEM).open(read.market(), place, read.seed(), null)) {
      if (Double.isNaN(market.optimalValue(market.evaluationWindows().getFirst()))) {
        return Optional.empty();
      }
      JsonNode section = config.get("market");
      int steps = (int) Math.rint(section.get("horizon").asDouble() / section.get("dt").asDouble());
      Sums sums = new Sums(market, steps);
      episodes.forEach(sums::add);
      return Optional.of(sums.distance());
    }
  }

  /** Adds decisions up by position. */
  private static final class Sums {
    private final Policy optimum;
    private final double limit;
    private final int steps;
    private final float[] observation;
    private final Actions actions;
    private final Map<Integer, Position> positions = new TreeMap<>();
    private double squares;
    private int compared;

    Sums(Market market, int steps) {
      optimum = market.baseline(OPTIMUM);
      limit = market.inventoryLimit();
      this.steps = steps;
      observation = new float[market.observationWidth()];
      actions = Actions.of(new Space.Box(2, 0, Float.MAX_VALUE), 1);
    }

    void add(Episode episode) {
      for (int tick = 0; tick < episode.ticks(); tick++) {
        if (episode.decided()[tick]) {
          int held = (int) Math.rint(episode.inventory()[tick]);
          observation[0] = 1 - tick % steps / (float) steps;
          observation[1] = (float) (held / limit);
          optimum.act(observation, 1, actions);
          Position position = positions.computeIfAbsent(held, q -> new Position());
          position.decisions++;
          double mid = episode.mid()[tick];
          note(position.bids, mid - episode.ownBid()[tick], actions.continuous[0]);
          note(position.asks, episode.ownAsk()[tick] - mid, actions.continuous[1]);
        }
      }
    }

    private void note(Side side, double depth, double best) {
      if (Double.isFinite(depth) && Double.isFinite(best)) {
        side.count++;
        side.own += depth;
        side.best += best;
        squares += (depth - best) * (depth - best);
        compared++;
      }
    }

    QuoteDistance distance() {
      List<Row> rows = new ArrayList<>();
      positions.forEach((held, p) ->
          rows.add(
              new Row(
                  held,
                  p.decisions,
                  p.bids.own / p.bids.count,
                  p.asks.own / p.asks.count,
                  p.bids.best / p.bids.count,
                  p.asks.best / p.asks.count)));
      return new QuoteDistance(List.copyOf(rows), compared == 0 ? Double.NaN : squares / compared);
    }
  }

  private static final class Position {
    private final Side bids = new Side();
    private final Side asks = new Side();
    private int decisions;
  }

  private static final class Side {
    private int count;
    private double own;
    private double best;
  }
}
