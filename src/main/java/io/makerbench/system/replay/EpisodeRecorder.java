package io.makerbench.system.replay;

import io.makerbench.book.QueueModel;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Side;
import java.util.ArrayList;
import java.util.List;

/** Writes down every tick and fill of a simulation over one stretch. */
final class EpisodeRecorder implements FillLog {
  private final Terms terms;
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

  EpisodeRecorder(Terms terms, int ticks) {
    this.terms = terms;
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
    cash[i] = account.cash;
    equity[i] = account.equity(mid[i]);
    drawdown[i] = account.drawdown;
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
            e.cost(),
            e.mid(),
            e.bestBid() == Exchange.NO_BID ? Double.NaN : e.bestBid() * terms.priceStep(),
            e.bestAsk() == Exchange.NO_ASK ? Double.NaN : e.bestAsk() * terms.priceStep(),
            account.cash,
            account.inventory * terms.lot(),
            account.totalCost,
            account.equity(e.mid()) - terms.initialCash(),
            account.drawdown,
            account.maxDrawdown,
            e.squareOff()));
  }

  Episode episode(String policy, String window) {
    return new Episode(
        policy,
        window,
        terms.fillRule().toString(),
        terms.initialCash(),
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
        List.copyOf(fills));
  }
}
