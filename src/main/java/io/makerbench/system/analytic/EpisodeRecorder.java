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
 * position is closed at mid − α × position, and the next begins at the same tick. Fills carry the
 * best prices of the tick they are accounted at. A policy that acts by depths has action 0.
 */
final class EpisodeRecorder {
  private static final double NS_PER_SECOND = 1e9;
  private static final int NO_QUOTES = -1;

  private final AnalyticConfig config;
  private final QuoteActions quotes;
  private final ModelEnv env;
  private final long startNs;
  private final long stepNs;
  private final List<Fill> fills = new ArrayList<>();
  private final long[] time;
  private final double[] mid;
  private final double[] bestBid;
  private final double[] bestAsk;
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
    bestBid = new double[ticks];
    bestAsk = new double[ticks];
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
    look();
    mark();
  }

  /** Notes what the policy decided at the present tick. */
  void decided(Actions actions) {
    action[tick] = quotes instanceof QuoteActions.Grid ? actions.discrete[0] : 0;
    decided[tick] = true;
  }

  /** Notes what the step after it led to. */
  void stepped(Transitions transitions) {
    int before = tick++;
    time[tick] = startNs + tick * stepNs;
    reward[tick] = transitions.rewards[0];
    ownBid[before] = env.quoted(0, Side.BUY);
    ownAsk[before] = env.quoted(0, Side.SELL);
    if (Double.isNaN(ownBid[before]) && Double.isNaN(ownAsk[before])) {
      action[before] = NO_QUOTES;
    }
    look();
    for (StepFill filled : env.fills(0)) {
      long at = time[before] + Math.round(filled.seconds() * NS_PER_SECOND);
      trade(filled.side(), filled.price(), 1);
      fills.add(fill(filled.side(), filled.price(), 1, filled.mid(), at, false));
    }
    if (transitions.terminated[0]) {
      squareOff();
    }
    mark();
  }

  /** Notes the market at the present tick, at which nothing is quoted yet. */
  private void look() {
    mid[tick] = env.mid(0);
    bestBid[tick] = env.best(0, Side.BUY);
    bestAsk[tick] = env.best(0, Side.SELL);
    ownBid[tick] = Double.NaN;
    ownAsk[tick] = Double.NaN;
    action[tick] = NO_QUOTES;
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
        bestBid[tick],
        bestAsk[tick],
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
        bestBid,
        bestAsk,
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
