package io.makerbench.venue;

import io.makerbench.book.Ladder;
import io.makerbench.tape.Events;
import io.makerbench.tape.Tape;
import org.jspecify.annotations.Nullable;

/**
 * One recorded market replayed event by event. The trader stands at the local side: sees the book
 * as received, sends requests that reach the exchange later, and hears of their fate later still.
 *
 * <p>At one time recorded data come first, then responses; at the exchange recorded data come
 * first, then requests, in the order in which they were sent; a request never arrives before an
 * earlier one about the same order. Orders are numbered 1, 2, 3 … and are handled by their slot,
 * which is used again for another order once one is gone.
 *
 * <p>Not safe for several threads; any number of replays may run over one tape.
 */
public final class MarketReplay {
  private final Events events;
  private final VenueTerms terms;
  private final MessageQueue requests = new MessageQueue();
  private final MessageQueue responses = new MessageQueue();
  private final ExchangeSide exchange;
  private final LocalSide local;
  private final long[] firstDraws;
  private long now;
  private long cancels;

  /** Opens a tape, which must have events, at its start. */
  public MarketReplay(Tape tape, VenueTerms terms) {
    this.terms = terms;
    events = tape.events();
    exchange = new ExchangeSide(events, terms, requests, responses);
    local = new LocalSide(events, terms, responses);
    firstDraws = terms.latency().state();
    now = Long.MIN_VALUE;
  }

  /** Goes back to the start, without orders and position; latencies are drawn as before. */
  public void rewind() {
    requests.clear();
    responses.clear();
    exchange.rewind();
    local.rewind();
    terms.latency().restore(firstDraws);
    now = Long.MIN_VALUE;
    cancels = 0;
  }

  /** Time of the first event by whichever clock, ns since 1970 UTC. */
  public long firstTime() {
    return events.firstTime();
  }

  /** Largest recorded time of an event by whichever clock, ns since 1970 UTC. */
  public long lastTime() {
    return events.lastTime();
  }

  /** Time of the next thing to happen at either side; {@link Long#MAX_VALUE} when nothing will. */
  public long nextTime() {
    return Math.min(exchange.nextTime(), local.nextTime());
  }

  /** The trader's time, ns since 1970 UTC; {@link Long#MIN_VALUE} before the first advance. */
  public long now() {
    return now;
  }

  /**
   * Lets everything happen up to a local time, inclusive.
   *
   * @param time ns since 1970 UTC, not before {@link #now}
   */
  public void advance(long time) {
    now = Math.min(time, Long.MAX_VALUE - 1);
    // The exchange sends whatever is received until then; what the trader sends comes afterwards.
    exchange.advance(now);
    local.advance(now);
  }

  /** The book as received. Read only. */
  public Ladder book() {
    return local.book;
  }

  /** Position, cash and fees as heard of. */
  public Account account() {
    return local.account;
  }

  /** Executions as heard of. */
  public Fills fills() {
    return local.fills;
  }

  /** Price in ticks of the last trade received; −1 before the first. */
  public int lastTradePrice() {
    return local.lastTradePrice;
  }

  /** Lots that takers bought since the start, by the trades received. */
  public long bought() {
    return local.bought;
  }

  /** Lots that takers sold since the start, by the trades received. */
  public long sold() {
    return local.sold;
  }

  /** Own orders that are live as far as the trader knows. */
  public int liveOrders() {
    return local.orders.liveCount();
  }

  /** Slot of a live order, by ascending id. */
  public int liveOrder(int index) {
    return local.orders.live(index);
  }

  /** Id of the order in a slot. */
  public long id(int order) {
    return local.orders.id(order);
  }

  /** +1 for a bid, −1 for an ask. */
  public int sign(int order) {
    return local.orders.sign(order);
  }

  /** Price in ticks as the trader knows it. */
  public int price(int order) {
    return local.orders.price(order);
  }

  /** Open quantity in lots as the trader knows it. */
  public long open(int order) {
    return local.orders.open(order);
  }

  /** True while a request about an order has not been answered. */
  public boolean requestUnderWay(int order) {
    return local.orders.requestUnderWay(order);
  }

  /** Requests the exchange did not take, as heard of. */
  public long rejections() {
    return local.rejections;
  }

  /** Orders sent so far. */
  public long ordersSent() {
    return local.orders.lastId();
  }

  /** Cancels sent so far. */
  public long cancelsSent() {
    return cancels;
  }

  /**
   * Price in ticks of the best own order of a side that rests at the exchange, which the trader may
   * not have heard of yet.
   *
   * @param sign +1 for bids, −1 for asks
   * @return null when none rests
   */
  public @Nullable Integer restingPrice(int sign) {
    RestingOrders own = exchange.resting(sign);
    return own.count == 0 ? null : own.prices[0];
  }

  /** Quantity ahead of that order in its queue, in lots; NaN when none rests. */
  public double restingAhead(int sign) {
    RestingOrders own = exchange.resting(sign);
    return own.count == 0 ? Double.NaN : own.ahead[0];
  }

  /** Sends a limit order, which takes what it meets; returns its slot. */
  public int place(int sign, int price, long lots) {
    return place(Messages.PLACE, sign, price, lots);
  }

  /** Sends a limit order that is rejected when it would take; returns its slot. */
  public int placePostOnly(int sign, int price, long lots) {
    return place(Messages.PLACE_POST_ONLY, sign, price, lots);
  }

  private int place(int kind, int sign, int price, long lots) {
    int order = local.orders.add(sign, price, lots, now);
    send(kind, terms.latency().place(now), order, price, lots);
    return order;
  }

  /** Sends the cancel of a live order. */
  public void cancel(int order) {
    local.orders.request(order, now);
    cancels++;
    send(Messages.CANCEL, terms.latency().cancel(now), order, 0, 1);
  }

  /**
   * Sends a new price and open quantity for a live order. At the same price and not larger it keeps
   * its place in the queue; otherwise it goes to the end, and is rejected when it would take.
   */
  public void modify(int order, int price, long lots) {
    local.orders.request(order, now);
    send(Messages.MODIFY, terms.latency().modify(now), order, price, lots);
  }

  private void send(int kind, long latency, int order, int price, long lots) {
    if (latency < 0) {
      boolean placing = kind == Messages.PLACE || kind == Messages.PLACE_POST_ONLY;
      int answer = placing ? Messages.REJECTED : Messages.REFUSED;
      responses.add(now - latency, answer, order, price, lots, now);
    } else {
      long arrival = local.orders.arrival(order, now + latency);
      requests.add(arrival, kind, order, price, local.orders.sign(order) * lots, now);
    }
  }
}
