package io.makerbench.system.analytic;

import io.makerbench.env.Actions;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Side;
import io.makerbench.env.Transitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes down every step and fill of the one copy of a model market. A tick stands at the beginning
 * of each step, before the mid moves, and one at the end of the last; where an episode ends its
 * position is closed at mid − α × position, and the next begins at the same tick. There are no
 * other quotes than the policy's, so the best prices are unknown.
 */
final class EpisodeRecorder {
  private final AnalyticConfig config;
  private final QuoteActions quotes;
  private final ModelEnv env;
  private final long startNs;
  private final long stepNs;
  private final List<Fill> fills = new ArrayList<>();
  private final long[] time;
  private final double[] mid;
  private final double[] ownBid;
  private final double[] ownAsk;
  private final double[] inventory;
  private final double[] cash;
  private final double[] equity;
  private final double[] drawdown;
  private final double[] reward;
  private final int[] action;
  private final boolean[] decided;
  private int tick;
  private double held;
  private double money;
  private double peak;
  private double largestDrawdown;

  EpisodeRecorder(
      AnalyticConfig config, QuoteActions quotes, ModelEnv env, long startNs, long stepNs) {
    this.config = config;
    this.quotes = quotes;
    this.env = env;
    this.startNs = startNs;
    this.stepNs = stepNs;
    int ticks = config.steps() * config.windowEpisodes() + 1;
    time = new long[ticks];
    mid = new double[ticks];
    ownBid = new double[ticks];
    ownAsk = new double[ticks];
    inventory = new double[ticks];
    cash = new double[ticks];
    equity = new double[ticks];
    drawdown = new double[ticks];
    reward = new double[ticks];
    action = new int[ticks];
    decided = new boolean[ticks];
    time[0] = startNs;
    mid[0] = env.mid(0);
    quoteNothing();
    mark();
  }

  private void quoteNothing() {
    ownBid[tick] = Double.NaN;
    ownAsk[tick] = Double.NaN;
    action[tick] = -1;
  }

  /** Notes what the policy decided at the present tick. */
  void decided(Actions actions) {
    double bidDepth = quotes.bidDepth(actions, 0);
    double askDepth = quotes.askDepth(actions, 0);
    ownBid[tick] = price(mid[tick] - bidDepth);
    ownAsk[tick] = price(mid[tick] + askDepth);
    boolean quoting = !Double.isNaN(ownBid[tick]) || !Double.isNaN(ownAsk[tick]);
    boolean grid = quotes instanceof QuoteActions.Grid;
    action[tick] = grid ? actions.discrete[0] : quoting ? 0 : -1;
    decided[tick] = true;
  }

  /** An infinite distance is no quote. */
  private static double price(double price) {
    return Double.isFinite(price) ? price : Double.NaN;
  }

  /** Notes what the step after it led to; a fill happens before the mid moves. */
  void stepped(Transitions transitions) {
    int before = tick++;
    time[tick] = startNs + tick * stepNs;
    mid[tick] = env.mid(0);
    reward[tick] = transitions.rewards[0];
    long halfway = time[before] + stepNs / 2;
    if (env.bought(0)) {
      maker(Side.BUY, ownBid[before], before, halfway);
    }
    if (env.sold(0)) {
      maker(Side.SELL, ownAsk[before], before, halfway);
    }
    if (transitions.terminated[0]) {
      squareOff();
    }
    quoteNothing();
    mark();
  }

  private void maker(Side side, double price, int before, long halfway) {
    trade(side, price, 1);
    fills.add(fill(side, price, 1, mid[before], halfway, false));
  }

  private void squareOff() {
    if (held == 0) {
      return;
    }
    Side side = held > 0 ? Side.SELL : Side.BUY;
    double price = mid[tick] - config.alpha() * held;
    double quantity = Math.abs(held);
    trade(side, price, quantity);
    fills.add(fill(side, price, quantity, mid[tick], time[tick], true));
  }

  private void trade(Side side, double price, double quantity) {
    held += side.sign() * quantity;
    money -= side.sign() * quantity * price;
  }

  private Fill fill(
      Side side, double price, double quantity, double midThen, long timeNs, boolean squareOff) {
    double profit = money + held * midThen;
    double fall = Math.max(0, peak - profit);
    largestDrawdown = Math.max(largestDrawdown, fall);
    return new Fill(
        tick,
        timeNs,
        side,
        price,
        quantity,
        !squareOff,
        0,
        midThen,
        Double.NaN,
        Double.NaN,
        money,
        held,
        0,
        profit,
        fall,
        largestDrawdown,
        squareOff);
  }

  /** Notes the account at the present tick. */
  private void mark() {
    inventory[tick] = held;
    cash[tick] = money;
    equity[tick] = money + held * mid[tick];
    peak = Math.max(peak, equity[tick]);
    drawdown[tick] = peak - equity[tick];
    largestDrawdown = Math.max(largestDrawdown, drawdown[tick]);
  }

  /** The whole record. */
  Episode episode(String policy, String window) {
    double[] unknown = new double[time.length];
    Arrays.fill(unknown, Double.NaN);
    return new Episode(
        policy,
        window,
        config.model().toString(),
        0,
        time,
        mid,
        unknown,
        unknown,
        ownBid,
        ownAsk,
        unknown,
        unknown,
        inventory,
        cash,
        equity,
        drawdown,
        reward,
        action,
        decided,
        List.copyOf(fills));
  }
}
