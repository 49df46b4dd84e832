package io.makerbench.system.replay;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One copy's passage through its stretches, tick by tick: what the exchange did comes in, the
 * reward is taken, then the agent may quote. The stretches follow each other with one account; each
 * ends with the remaining position closed at the touch.
 *
 * <p>Not safe for several threads; the stretches it runs over are.
 */
final class Simulation {
  private static final long NS_PER_SECOND = 1_000_000_000;

  private final Stretch[] stretches;
  private final Terms terms;
  private final QuoteGrid grid;
  private final OrderFeatures orderFeatures;
  private final long timeoutNs;
  private final @Nullable FillLog log;

  final Account account;
  final Exchange exchange;

  private int stretch;
  private int tick;
  private boolean over;

  // At the last decision.
  private long decidedMid;
  private long decidedInventory;
  private long decidedTime;
  private int executions;

  Simulation(
      Stretch[] stretches,
      Terms terms,
      FeatureConfig features,
      double timeoutSec,
      @Nullable FillLog log) {
    this.stretches = stretches;
    this.terms = terms;
    this.log = log;
    grid = new QuoteGrid(terms);
    orderFeatures = new OrderFeatures(features, terms);
    timeoutNs = Math.round(timeoutSec * NS_PER_SECOND);
    account = new Account(terms);
    exchange = new Exchange(terms);
  }

  /** Width of the state. */
  int width() {
    return stretches[0].width + orderFeatures.width;
  }

  /** Starts a new episode and comes to its first tick; returns the reward of that tick. */
  double begin() {
    account.reset();
    exchange.setPosition(0);
    exchange.refusals = 0;
    over = false;
    stretch = 0;
    return enterStretch();
  }

  private double enterStretch() {
    tick = 0;
    exchange.open();
    account.stopTime();
    return receive();
  }

  Stretch market() {
    return stretches[stretch];
  }

  int tick() {
    return tick;
  }

  long now() {
    return market().time[tick];
  }

  double mid() {
    return terms.mid(market().bid[tick], market().ask[tick]);
  }

  /** Equity minus initial cash, in quote currency: coins at the present mid. */
  double pnl() {
    double mid = mid();
    return terms.contract().inQuote(account.equity(mid) - terms.initialCash(), mid);
  }

  /** The episode has ended. */
  boolean over() {
    return over;
  }

  /** Own orders executed since the last decision. */
  int executions() {
    return executions;
  }

  /** Decides on an action at the current tick. */
  void decide(int action) {
    Stretch market = market();
    int bestBid = market.bid[tick];
    int bestAsk = market.ask[tick];
    decidedMid = (long) bestBid + bestAsk;
    decidedInventory = account.inventory;
    decidedTime = market.time[tick];
    executions = 0;
    grid.quote(action, bestBid, bestAsk, account.inventory, exchange.bid, exchange.ask);
  }

  /** True when a decision is due: mid or position changed since the last one, or time is up. */
  boolean decisionDue() {
    Stretch market = market();
    return (long) market.bid[tick] + market.ask[tick] != decidedMid
        || account.inventory != decidedInventory
        || market.time[tick] - decidedTime >= timeoutNs;
  }

  /**
   * Sends what is wanted and goes on to the next tick, or over the end of the last stretch.
   *
   * @return the reward of the tick arrived at
   */
  double advance() {
    Stretch market = market();
    long now = market.time[tick];
    exchange.bid.send(now, account.inventory, terms);
    exchange.ask.send(now, account.inventory, terms);
    tick++;
    double reward = receive();
    if (tick == market.ticks - 1) {
      reward += squareOff();
      if (stretch == stretches.length - 1) {
        over = true;
      }
    }
    return reward;
  }

  /** True at the last tick of a stretch that another follows. */
  boolean stretchEnds() {
    return !over && tick == market().ticks - 1;
  }

  /** Comes to the first tick of the next stretch; returns its reward. */
  double nextStretch() {
    stretch++;
    double reward = enterStretch();
    // The first tick asks for a decision.
    decidedMid = Long.MIN_VALUE;
    return reward;
  }

  /** Takes in what happened until the current tick. */
  private double receive() {
    Stretch market = market();
    long now = market.time[tick];
    exchange.advance(market, tick);
    if (!exchange.answers.isEmpty()) {
      deliver(now);
    }
    account.receive(exchange.unpaidFunding);
    exchange.unpaidFunding = 0;
    double mid = terms.mid(market.bid[tick], market.ask[tick]);
    if (terms.mode() == Mode.CORRECTED) {
      account.refreshDrawdown(mid);
    }
    return account.reward(now, mid);
  }

  private void deliver(long until) {
    Answers answers = exchange.answers;
    while (answers.dueBy(until)) {
      OrderSlot slot = answers.sign() > 0 ? exchange.bid : exchange.ask;
      slot.knownPrice = answers.orderPrice();
      slot.knownRemaining = answers.remaining();
      slot.knownActivation = answers.activation();
      if (answers.answersRequest()) {
        slot.underWay = false;
      }
      if (answers.size() > 0) {
        slot.knownExecuted += answers.size();
        fill(answers);
      }
      answers.removeFirst();
    }
  }

  private void fill(Answers answers) {
    int bestBid = answers.bestBid();
    int bestAsk = answers.bestAsk();
    boolean bothSides = bestBid > Exchange.NO_BID && bestAsk < Exchange.NO_ASK;
    double mid = bothSides ? terms.mid(bestBid, bestAsk) : mid();
    account(
        answers.sign(),
        answers.executionPrice(),
        answers.size(),
        answers.maker(),
        answers.executedAt(),
        mid,
        bestBid,
        bestAsk,
        false);
  }

  private void account(
      int sign,
      int price,
      long size,
      boolean maker,
      long time,
      double mid,
      int bestBid,
      int bestAsk,
      boolean squareOff) {
    executions++;
    double cost = account.fill(sign, price, size, maker, mid);
    if (log != null) {
      log.filled(
          new FillLog.Execution(
              tick, time, sign, price, size, maker, cost, mid, bestBid, bestAsk, squareOff),
          account);
    }
  }

  /**
   * Closes the position at the touch. Published, whole fills leave nothing smaller than the
   * smallest order; what partial fills leave is closed too, as its value would else pass for a
   * profit.
   */
  private double squareOff() {
    Stretch market = market();
    deliver(Long.MAX_VALUE);
    exchange.bid.clear();
    exchange.ask.clear();
    if (account.inventory == 0) {
      return account.reward(now(), mid()); // of the answers that were still on their way
    }
    long size = Math.abs(account.inventory);
    int sign = account.inventory > 0 ? -1 : 1;
    int price = sign < 0 ? market.bid[tick] : market.ask[tick];
    double mid = mid();
    account(sign, price, size, false, now(), mid, market.bid[tick], market.ask[tick], true);
    exchange.setPosition(0);
    return account.reward(now(), mid);
  }

  /** Writes the state at the current tick. */
  void observe(float[] out, int at) {
    Stretch market = market();
    System.arraycopy(market.features, tick * market.width, out, at, market.width);
    double mid = ((long) market.bid[tick] + market.ask[tick]) * 0.5;
    orderFeatures.write(
        exchange.bid, exchange.ask, account.inventory, now(), mid, out, at + market.width);
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(stretch);
    out.writeInt(tick);
    out.writeBoolean(over);
    out.writeLong(decidedMid);
    out.writeLong(decidedInventory);
    out.writeLong(decidedTime);
    account.save(out);
    exchange.save(out);
    for (long word : terms.travel().state()) {
      out.writeLong(word);
    }
  }

  void restore(DataInput in) throws IOException {
    stretch = in.readInt();
    tick = in.readInt();
    over = in.readBoolean();
    decidedMid = in.readLong();
    decidedInventory = in.readLong();
    decidedTime = in.readLong();
    account.restore(in);
    exchange.restore(in);
    long[] travel = terms.travel().state();
    for (int i = 0; i < travel.length; i++) {
      travel[i] = in.readLong();
    }
    terms.travel().restore(travel);
  }
}
