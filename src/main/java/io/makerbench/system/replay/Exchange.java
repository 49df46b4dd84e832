package io.makerbench.system.replay;

import io.makerbench.book.LatencyModel;
import io.makerbench.book.QueueModel;
import io.makerbench.tape.BookStates;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The exchange's side of one copy: the recorded book, the own orders in it, and when they execute.
 *
 * <p>An order that arrives at or beyond the opposite touch executes there, as a taker. A resting
 * one executes by the fill rule: <i>touch</i>, whole, as soon as it is at or inside its side's
 * touch; <i>cross</i>, whole at its price when the opposite touch reaches it, and by the size of a
 * trade that prints beyond its price; <i>risk-averse</i>, in addition by what a trade at its price
 * leaves after the quantity ahead; <i>probability</i>, likewise with cancels shortening the queue
 * too; <i>l3-fifo</i>, at its exact place among the recorded orders. Parts of a lot are not
 * executed. What is left of an order keeps its place, and the size of a trade is given away once.
 * The book's sizes limit own orders only where their impact is kept; then they execute level by
 * level.
 *
 * <p>Corrected, requests arrive at their time between the events. Published, they arrive with the
 * first tick at or after it, and a replacement becomes active even when the order it was to replace
 * has been executed meanwhile. Corrected, it then finds nothing and is void, and what was executed
 * of the order without the agent's knowledge is taken off the new size, as exchanges amend orders:
 * so the position stays within its limit.
 */
final class Exchange {
  static final int NO_BID = Integer.MIN_VALUE / 2;
  static final int NO_ASK = Integer.MAX_VALUE / 2;

  final OrderSlot bid = new OrderSlot(1);
  final OrderSlot ask = new OrderSlot(-1);
  final Answers answers = new Answers();

  /** Payments for holding the position, not yet taken by the account. */
  double unpaidFunding;

  /** Requests the exchange did not take: orders too small, and those it refused for its reasons. */
  int refusals;

  private final Terms terms;
  private final boolean queued;
  private final boolean published;
  private final boolean impactKept;
  private final QueueModel queue;
  private final LatencyModel travel;
  private final OwnImpact impact = new OwnImpact();

  private int bestBid;
  private int bestAsk;
  private int row;
  private long position;
  private int next;
  private int nextOrder;

  Exchange(Terms terms) {
    this.terms = terms;
    queued = terms.fillRule().estimatesQueues();
    queue = terms.queue();
    impactKept = terms.impact() == Terms.Impact.KEPT;
    published = terms.mode() == Mode.PUBLISHED;
    travel = terms.travel();
    open();
  }

  /** Begins a stretch without orders; the position stays. */
  void open() {
    bid.clear();
    ask.clear();
    answers.clear();
    impact.clear();
    bestBid = NO_BID;
    bestAsk = NO_ASK;
    row = -1;
    next = 0;
    nextOrder = 0;
  }

  void setPosition(long lots) {
    position = lots;
  }

  /** Lets all happen that has happened at the exchange when a tick is seen. */
  void advance(Stretch market, int tick) {
    if (published) {
      advanceToTick(market, tick);
    } else {
      advanceThroughArrivals(market, tick);
    }
  }

  private void advanceThroughArrivals(Stretch market, int tick) {
    long now = market.time[tick];
    int end = market.eventEnd[tick];
    long[] eventTime = market.events.time();
    while (true) {
      long arrival = Math.min(bid.arrival, ask.arrival);
      // Market data come first among equal times.
      while (next < end && eventTime[next] <= arrival) {
        happen(market, next++);
      }
      if (arrival > now) {
        return;
      }
      OrderSlot slot = bid.arrival == arrival ? bid : ask;
      if (arrive(market, slot)) {
        executeAgainstBook(market, slot, arrival, true);
      }
    }
  }

  private void advanceToTick(Stretch market, int tick) {
    long now = market.time[tick];
    int end = market.eventEnd[tick];
    while (next < end) {
      happen(market, next++);
    }
    boolean freshBid = bid.arrival <= now && arrive(market, bid);
    boolean freshAsk = ask.arrival <= now && arrive(market, ask);
    executeAgainstBook(market, bid, now, freshBid);
    executeAgainstBook(market, ask, now, freshAsk);
  }

  private void happen(Stretch market, int event) {
    int index = market.events.index()[event];
    long time = market.events.time()[event];
    switch (market.events.kind()[event]) {
      case VenueEvents.STATE -> showBook(market, index, time);
      case VenueEvents.TRADE -> trade(market, index, time);
      case VenueEvents.ORDER -> order(market, index, time);
      default -> unpaidFunding += market.events.funding()[index] * position * terms.lot();
    }
  }

  private void showBook(Stretch market, int newRow, long time) {
    row = newRow;
    bestBid = market.states.bidSize(newRow, 0) > 0 ? market.states.bidPrice(newRow, 0) : NO_BID;
    bestAsk = market.states.askSize(newRow, 0) > 0 ? market.states.askPrice(newRow, 0) : NO_ASK;
    if (impactKept) {
      impact.see(market.states, newRow);
    }
    if (bid.remaining > 0) {
      showLevel(market, bid, time);
    }
    if (ask.remaining > 0) {
      showLevel(market, ask, time);
    }
  }

  private void showLevel(Stretch market, OrderSlot slot, long time) {
    if (queued && slot.ahead > 0) {
      slot.seeLevel(queue, LevelSize.at(market.states, row, slot.sign, slot.price));
    }
    // Published, orders meet the book once a tick, after arrivals.
    if (!published) {
      executeAgainstBook(market, slot, time, false);
    }
  }

  private void executeAgainstBook(Stretch market, OrderSlot slot, long time, boolean fresh) {
    if (slot.remaining == 0) {
      return;
    }
    int own = slot.sign * slot.price;
    int opposite = slot.sign > 0 ? bestAsk : bestBid;
    boolean crossing = own >= slot.sign * opposite;
    if (crossing && impactKept) {
      takeLevels(market, slot, time, fresh);
    } else if (crossing) {
      boolean atOwnPrice = !fresh && terms.fillRule() != FillRule.TOUCH;
      execute(slot, slot.remaining, atOwnPrice ? slot.price : opposite, !fresh, time);
    } else if (terms.fillRule() == FillRule.TOUCH
        && own >= slot.sign * (slot.sign > 0 ? bestBid : bestAsk)) {
      execute(slot, slot.remaining, slot.price, true, time);
    }
  }

  /** Takes what own orders have left of the opposite levels the order reaches, best first. */
  private void takeLevels(Stretch market, OrderSlot slot, long time, boolean fresh) {
    BookStates states = market.states;
    int side = -slot.sign;
    for (int level = 0; level < states.depth() && slot.remaining > 0; level++) {
      int price = side > 0 ? states.bidPrice(row, level) : states.askPrice(row, level);
      long size = side > 0 ? states.bidSize(row, level) : states.askSize(row, level);
      if (size == 0 || slot.sign * (slot.price - price) < 0) {
        return;
      }
      long executed = Math.min(slot.remaining, size - impact.taken(side, price));
      if (executed > 0) {
        impact.take(side, price, executed, size);
        execute(slot, executed, fresh ? price : slot.price, !fresh, time);
      }
    }
  }

  private void trade(Stretch market, int index, long time) {
    if (terms.fillRule() == FillRule.TOUCH || (bid.remaining == 0 && ask.remaining == 0)) {
      return;
    }
    int price = market.trades.price(index);
    int taker = market.trades.takerSign(index);
    long left = market.trades.size(index);
    // A taker the recording does not name hit the side whose best price it reached, if any.
    if (taker < 0 || (taker == 0 && price <= bestBid)) {
      left = tradeAgainst(bid, price, left, time);
    }
    if (taker > 0 || (taker == 0 && price >= bestAsk)) {
      tradeAgainst(ask, price, left, time);
    }
  }

  /** Lets a trade reach an order; returns what is left of the trade. */
  private long tradeAgainst(OrderSlot slot, int price, long size, long time) {
    int beyond = slot.sign * (slot.price - price);
    if (slot.remaining == 0 || beyond < 0 || (beyond == 0 && !queued)) {
      return size;
    }
    long left = size;
    if (beyond > 0) {
      slot.ahead = 0;
    } else {
      left = slot.seeTrade(size);
    }
    long executed = Math.min(slot.remaining, left);
    if (executed > 0) {
      execute(slot, executed, slot.price, true, time);
    }
    return left - executed;
  }

  private void order(Stretch market, int index, long time) {
    nextOrder = index + 1;
    reach(market, bid, index, time);
    reach(market, ask, index, time);
  }

  private void reach(Stretch market, OrderSlot slot, int index, long time) {
    OrderQueues queues = market.queues;
    if (slot.remaining > 0 && queues != null) {
      long executed = Math.min(slot.remaining, queues.reach(slot, index));
      if (executed > 0) {
        execute(slot, executed, slot.price, true, time);
      }
    }
  }

  private void execute(OrderSlot slot, long size, int price, boolean maker, long time) {
    slot.remaining -= size;
    slot.executed += size;
    position += slot.sign * size;
    answers.add(time + travel.response(time), slot, false);
    answers.withExecution(time, size, price, maker, bestBid, bestAsk);
  }

  /** Takes in the request under way; true when an order is now active that was not there before. */
  private boolean arrive(Stretch market, OrderSlot slot) {
    long time = slot.arrival;
    slot.arrival = OrderSlot.NEVER;
    if (slot.refused || tooSmall(slot)) {
      refusals++;
      answers.add(slot.refused ? time : time + travel.response(time), slot, true);
      return false;
    }
    long size = sizeAtArrival(slot);
    boolean keepsPlace =
        slot.remaining > 0 && slot.price == slot.sentPrice && size <= slot.remaining && !published;
    slot.remaining = size;
    boolean enters = size > 0;
    if (enters) {
      slot.activation = time;
      slot.price = slot.sentPrice;
      if (!keepsPlace) {
        enterQueue(market, slot);
      }
    }
    answers.add(time + travel.response(time), slot, true);
    return enters && !keepsPlace;
  }

  private boolean tooSmall(OrderSlot slot) {
    return slot.sentSize > 0 && terms.notional(slot.sentPrice, slot.sentSize) < terms.minNotional();
  }

  private long sizeAtArrival(OrderSlot slot) {
    if (published || !slot.replaces) {
      return slot.sentSize;
    }
    if (slot.remaining == 0 || slot.sentSize == 0) {
      return 0;
    }
    return Math.max(0, slot.sentSize - (slot.executed - slot.executedWhenSent));
  }

  private void enterQueue(Stretch market, OrderSlot slot) {
    OrderQueues queues = market.queues;
    if (queues != null) {
      int rows = Math.max(nextOrder, market.events.ordersBefore());
      slot.enterQueue(queues.held(slot.sign, slot.price, rows), rows);
    } else if (row < 0) {
      slot.enterQueue(QueueModel.UNKNOWN);
    } else {
      slot.enterQueue(LevelSize.at(market.states, row, slot.sign, slot.price));
    }
  }

  void save(DataOutput out) throws IOException {
    bid.save(out);
    ask.save(out);
    answers.save(out);
    impact.save(out);
    out.writeInt(refusals);
    out.writeDouble(unpaidFunding);
    out.writeInt(bestBid);
    out.writeInt(bestAsk);
    out.writeInt(row);
    out.writeLong(position);
    out.writeInt(next);
    out.writeInt(nextOrder);
  }

  void restore(DataInput in) throws IOException {
    bid.restore(in);
    ask.restore(in);
    answers.restore(in);
    impact.restore(in);
    refusals = in.readInt();
    unpaidFunding = in.readDouble();
    bestBid = in.readInt();
    bestAsk = in.readInt();
    row = in.readInt();
    position = in.readLong();
    next = in.readInt();
    nextOrder = in.readInt();
  }
}
