package io.makerbench.system.venues;

import io.makerbench.book.Contract;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one account did, wake-up by wake-up, on the way to an {@link Episode}. Before a book first
 * has two sides nothing can have been sent to it; its prices are then those seen first.
 */
final class Series {
  final long[] time;
  final double[] mid;
  final double[] bestBid;
  final double[] bestAsk;
  final double[] ownBid;
  final double[] ownAsk;
  final double[] bidAhead;
  final double[] askAhead;
  final double[] inventory;
  final double[] cash;
  final double[] equity;
  final double[] drawdown;
  final double[] reward;
  final int[] action;
  final boolean[] decided;

  /** Requests the exchange did not take so far, as heard of. */
  int refusals;

  private final List<Fill> fills = new ArrayList<>();

  private final double initialCash;
  private double peak;
  private double maxDrawdown;

  Series(int wakeUps, double initialCash) {
    this.initialCash = initialCash;
    peak = initialCash;
    time = new long[wakeUps];
    mid = unknown(wakeUps);
    bestBid = unknown(wakeUps);
    bestAsk = unknown(wakeUps);
    ownBid = unknown(wakeUps);
    ownAsk = unknown(wakeUps);
    bidAhead = unknown(wakeUps);
    askAhead = unknown(wakeUps);
    inventory = new double[wakeUps];
    cash = new double[wakeUps];
    equity = new double[wakeUps];
    drawdown = new double[wakeUps];
    reward = new double[wakeUps];
    action = new int[wakeUps];
    decided = new boolean[wakeUps];
  }

  private static double[] unknown(int length) {
    double[] values = new double[length];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** Distance of an equity from the highest so far. */
  double drawdown(double nowEquity) {
    peak = Math.max(peak, nowEquity);
    maxDrawdown = Math.max(maxDrawdown, peak - nowEquity);
    return peak - nowEquity;
  }

  /** Adds an execution with the account right after it. */
  void add(Execution e, int tick, double nowCash, double base, double costs, double pnl) {
    double fallen = drawdown(initialCash + pnl);
    fills.add(
        new Fill(
            tick,
            e.time(),
            e.side(),
            e.price(),
            e.quantity(),
            e.maker(),
            e.cost(),
            e.mid(),
            e.bid(),
            e.ask(),
            nowCash,
            base,
            costs,
            pnl,
            fallen,
            maxDrawdown,
            e.squareOff()));
  }

  Episode episode(String policy, String window, String fillRule) {
    for (double[] prices : List.of(mid, bestBid, bestAsk)) {
      fillGaps(prices);
    }
    return new Episode(
        policy,
        window,
        fillRule,
        Contract.SPOT,
        initialCash,
        time,
        mid,
        bestBid,
        bestAsk,
        ownBid,
        ownAsk,
        bidAhead,
        askAhead,
        inventory,
        cash,
        equity,
        drawdown,
        reward,
        action,
        decided,
        List.copyOf(fills),
        refusals,
        List.of());
  }

  /** A missing price is the one before, and at the start the first one after. */
  private static void fillGaps(double[] prices) {
    double known = Double.NaN;
    for (int i = prices.length - 1; i >= 0; i--) {
      known = Double.isNaN(prices[i]) ? known : prices[i];
    }
    for (int i = 0; i < prices.length; i++) {
      known = Double.isNaN(prices[i]) ? known : prices[i];
      prices[i] = known;
    }
  }
}
