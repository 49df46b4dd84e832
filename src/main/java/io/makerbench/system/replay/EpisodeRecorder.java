package io.makerbench.system.replay;

import io.makerbench.book.QueueModel;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down every tick and fill of a simulation over one stretch, with all money in quote
 * currency: coins of an inverse contract at the first mid, at that rate throughout, so that the
 * coin's own price moves no profit.
 */
final class EpisodeRecorder implements FillLog {
  private final Terms terms;
  private final String rules;
  private final List<Fill> fills = new ArrayList<>();
  private final long[] time;
  private final double[] mid;
  private final double[] bestBid;
  private final double[] bestAsk;
  private final double[] ownBid;
  private final double[] ownAsk;
  private final double[] bidAhead;
  private final double[] askAhead;
  private final double[] inventory;
  private final double[] cash;
  private final double[] equity;
  private final double[] drawdown;
  private final double[] reward;
  private final int[] action;
  private final boolean[] decided;

  /**
   * What a unit of money counts in quote currency: the first mid for coins, so that it is fixed.
   */
  private double rate = 1;

  private int refusals;

  /**
   * @param rules names of the rules its figures rest on
   */
  EpisodeRecorder(Terms terms, String rules, int ticks) {
    this.terms = terms;
    this.rules = rules;
    time = new long[ticks];
    mid = new double[ticks];
    bestBid = new double[ticks];
    bestAsk = new double[ticks];
    ownBid = new double[ticks];
    ownAsk = new double[ticks];
    bidAhead = new double[ticks];
    askAhead = new double[ticks];
    inventory = new double[ticks];
    cash = new double[ticks];
    equity = new double[ticks];
    drawdown = new double[ticks];
    reward = new double[ticks];
    action = new int[ticks];
    decided = new boolean[ticks];
  }

  /** Records the tick a simulation is at. */
  void tick(Simulation simulation, double tickReward, int actionInForce, boolean policyAsked) {
    int i = simulation.tick();
    Stretch market = simulation.market();
    Account account = simulation.account;
    time[i] = simulation.now();
    mid[i] = simulation.mid();
    bestBid[i] = market.bid[i] * terms.priceStep();
    bestAsk[i] = market.ask[i] * terms.priceStep();
    ownBid[i] = price(simulation.exchange.bid);
    ownAsk[i] = price(simulation.exchange.ask);
    bidAhead[i] = ahead(simulation.exchange.bid);
    askAhead[i] = ahead(simulation.exchange.ask);
    inventory[i] = account.inventory * terms.lot();
    if (i == 0) {
      rate = terms.contract().inQuote(1, mid[0]);
    }
    cash[i] = account.cash * rate;
    equity[i] = account.equity(mid[i]) * rate;
    drawdown[i] = account.drawdown * rate;
    refusals = simulation.exchange.refusals;
    reward[i] = tickReward;
    action[i] = actionInForce;
    decided[i] = policyAsked;
  }

  private double price(OrderSlot slot) {
    return slot.remaining > 0 ? slot.price * terms.priceStep() : Double.NaN;
  }

  private double ahead(OrderSlot slot) {
    boolean known =
        slot.remaining > 0 && terms.fillRule().queued() && slot.ahead != QueueModel.UNKNOWN;
    return known ? slot.ahead * terms.lot() : Double.NaN;
  }

  @Override
  public void filled(Execution e, Account account) {
    fills.add(
        new Fill(
            e.tick(),
            e.timeNs(),
            e.sign() > 0 ? Side.BUY : Side.SELL,
            e.price() * terms.priceStep(),
            e.size() * terms.lot(),
            e.maker(),
            e.cost() * rate,
            e.mid(),
            e.bestBid() == Exchange.NO_BID ? Double.NaN : e.bestBid() * terms.priceStep(),
            e.bestAsk() == Exchange.NO_ASK ? Double.NaN : e.bestAsk() * terms.priceStep(),
            account.cash * rate,
            account.inventory * terms.lot(),
            account.totalCost * rate,
            (account.equity(e.mid()) - terms.initialCash()) * rate,
            account.drawdown * rate,
            account.maxDrawdown * rate,
            e.squareOff()));
  }

  Episode episode(String policy, String window) {
    return new Episode(
        policy,
        window,
        rules,
        terms.contract().times(rate),
        terms.initialCash() * rate,
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
}
