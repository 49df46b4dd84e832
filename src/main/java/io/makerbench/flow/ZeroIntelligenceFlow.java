package io.makerbench.flow;

import io.makerbench.book.CancelReason;
import io.makerbench.book.Ladder;
import io.makerbench.book.MatchListener;
import io.makerbench.book.MatchOutcome;
import io.makerbench.book.MatchingEngine;
import io.makerbench.book.OrderBook;
import io.makerbench.book.OrderType;
import io.makerbench.book.SelfTradePrevention;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A market of {@link ZeroIntelligenceModel} on a price–time matching engine. Own orders stand in
 * the same queues as all others; one that would trade at once is refused.
 *
 * <p>A side never loses its last order to a market order or a cancel, so that there always is a
 * price.
 */
final class ZeroIntelligenceFlow implements SimulatedFlow {
  private static final int OWNER = 1;
  private static final long TAKER = Long.MAX_VALUE;
  private static final double WARM_UP_SECONDS = 10;
  private static final FlowObserver NOBODY = new FlowObserver() {};

  private final ZeroIntelligenceModel model;
  private final RandomStream random;
  private MatchingEngine engine = newEngine();
  private OrderBook book = engine.book();
  private final RestingOrders orders = new RestingOrders();
  private final OwnQuotes own = new OwnQuotes();
  private final double[] limitsUpTo;
  private final double fastestCancel;
  private final double limitRate;
  private FlowObserver observer = NOBODY;
  private double now;

  ZeroIntelligenceFlow(ZeroIntelligenceModel model, double mid, RandomStream random) {
    this.model = model;
    this.random = random;
    limitsUpTo = sums(model.limitsPerSecond());
    limitRate = limitsUpTo[limitsUpTo.length - 1];
    double fastest = 0;
    for (double rate : model.cancelsPerSecond()) {
      fastest = Math.max(fastest, rate);
    }
    fastestCancel = fastest;
    fillBook((int) Math.floor(mid));
    advance(WARM_UP_SECONDS, NOBODY);
    now = 0;
  }

  private MatchingEngine newEngine() {
    return new MatchingEngine(SelfTradePrevention.CANCEL_NEWEST, new Executions());
  }

  private static double[] sums(double[] rates) {
    double[] sums = new double[rates.length];
    double sum = 0;
    for (int i = 0; i < rates.length; i++) {
      sum += rates[i];
      sums[i] = sum;
    }
    return sums;
  }

  /** As many orders at each distance as would rest there if the best prices stood still. */
  private void fillBook(int bestBid) {
    rest(Ladder.BID, bestBid, model.limitSizes().draw(random));
    rest(Ladder.ASK, bestBid + 1, model.limitSizes().draw(random));
    for (int i = 0; i < limitsUpTo.length; i++) {
      double expected = model.limitsPerSecond()[i] / model.cancelsPerSecond()[i];
      int count = (int) (expected + random.nextDouble());
      for (int order = 0; order < count; order++) {
        rest(Ladder.BID, bestBid - i, model.limitSizes().draw(random));
        rest(Ladder.ASK, bestBid + 1 + i, model.limitSizes().draw(random));
      }
    }
  }

  private void rest(int side, int price, long lots) {
    int order = orders.add(side, price, lots);
    check(engine.place(id(order), MatchingEngine.NOBODY, OrderType.LIMIT, side, price, lots));
  }

  private static long id(int order) {
    return order + 1L;
  }

  private static long ownId(int side) {
    return -1L - side;
  }

  private static void check(MatchOutcome outcome) {
    if (outcome.rejected()) {
      throw new IllegalStateException("The matching engine refused an order: " + outcome);
    }
  }

  @Override
  public double seconds() {
    return now;
  }

  @Override
  public double bestBid() {
    return book.bestBid();
  }

  @Override
  public double bestAsk() {
    return book.bestAsk();
  }

  @Override
  public long size(int side, int price) {
    return book.size(side, price);
  }

  @Override
  public long open(int side) {
    return own.lots(side);
  }

  @Override
  public void quote(int side, double price, long lots) {
    double tick = side == Ladder.BID ? Math.floor(price) : Math.ceil(price);
    if (!own.set(side, tick, lots)) {
      return;
    }
    if (book.contains(ownId(side))) {
      engine.cancel(ownId(side));
    }
    if (lots > 0) {
      MatchOutcome outcome =
          engine.place(ownId(side), OWNER, OrderType.POST_ONLY, side, (int) tick, lots);
      if (outcome.rejected()) {
        own.set(side, tick, 0);
      }
    }
  }

  @Override
  public void advance(double until, FlowObserver toTell) {
    observer = toTell;
    while (true) {
      double markets = 2 * model.marketsPerSecond();
      double limits = 2 * limitRate;
      double total = markets + limits + fastestCancel * orders.count();
      double wait = random.nextExponential(total);
      if (now + wait >= until) {
        now = until;
        break;
      }
      now += wait;
      double which = random.nextDouble() * total;
      if (which < limits) {
        limit(random.nextInt(2), which / 2);
      } else if (which < limits + markets) {
        market(random.nextInt(2), model.marketSizes().draw(random));
      } else {
        cancel(orders.at(random.nextInt(orders.count())));
      }
    }
    observer = NOBODY;
  }

  /** A limit order at a distance drawn by the rates; {@code which} is uniform below their sum. */
  private void limit(int side, double which) {
    int distance = 1;
    while (distance < limitsUpTo.length && limitsUpTo[distance - 1] <= which) {
      distance++;
    }
    int price = side == Ladder.BID ? book.bestAsk() - distance : book.bestBid() + distance;
    if (price < 1) {
      return;
    }
    long lots = model.limitSizes().draw(random);
    observer.limit(now, side, price, lots, this);
    rest(side, price, lots);
    observer.state(now, this);
  }

  /** A market order against a side, up to all but the farthest of its levels. */
  private void market(int side, long size) {
    int step = side == Ladder.BID ? -1 : 1;
    int levels = book.levels(side);
    int price = side == Ladder.BID ? book.bestBid() : book.bestAsk();
    int farthest = price;
    long left = size;
    while (left > 0 && levels > 1) {
      long there = book.size(side, price);
      if (there > 0) {
        farthest = price;
        left -= Math.min(left, there);
        levels--;
      }
      price += step;
    }
    long lots = size - left;
    if (lots > 0) {
      int takingSide = side ^ 1;
      observer.trade(now, step, farthest, lots, this);
      check(
          engine.place(TAKER, MatchingEngine.NOBODY, OrderType.MARKET, takingSide, farthest, lots));
      observer.state(now, this);
    }
  }

  /** Orders are picked at the fastest rate of all; slower distances let some of them stay. */
  private void cancel(int order) {
    int side = orders.side(order);
    int price = orders.price(order);
    int distance = side == Ladder.BID ? book.bestAsk() - price : price - book.bestBid();
    int index = Math.clamp(distance, 1, limitsUpTo.length) - 1;
    boolean stays = random.nextDouble() * fastestCancel >= model.cancelsPerSecond()[index];
    if (stays || book.levels(side) == 1) {
      return;
    }
    observer.cancel(now, side, price, orders.lots(order), this);
    check(engine.cancel(id(order)));
    orders.reduce(order, orders.lots(order));
    observer.state(now, this);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(now);
    orders.save(out);
    own.save(out);
    for (int side = 0; side < 2; side++) {
      out.writeLong(aheadOfOwn(side));
    }
    SavedStream.save(random, out);
  }

  /** Orders ahead of an own order at its price. */
  private long aheadOfOwn(int side) {
    return own.lots(side) > 0 ? book.place(ownId(side)) : 0;
  }

  @Override
  public void restore(DataInput in) throws IOException {
    now = in.readDouble();
    orders.restore(in);
    own.restore(in);
    long[] ahead = {in.readLong(), in.readLong()};
    SavedStream.restore(random, in);
    engine = newEngine();
    book = engine.book();
    for (int order : orders.byArrival()) {
      for (int side = 0; side < 2; side++) {
        ahead[side] = placeOwnBefore(side, ahead[side], order);
      }
      int side = orders.side(order);
      check(
          engine.place(
              id(order),
              MatchingEngine.NOBODY,
              OrderType.LIMIT,
              side,
              orders.price(order),
              orders.lots(order)));
    }
    placeOwn(Ladder.BID);
    placeOwn(Ladder.ASK);
  }

  /** Counts the orders ahead of an own order down, and places it when none is left. */
  private long placeOwnBefore(int side, long ahead, int order) {
    boolean sameQueue = orders.side(order) == side && orders.price(order) == own.price(side);
    if (sameQueue && ahead == 0) {
      placeOwn(side);
    }
    return sameQueue ? ahead - 1 : ahead;
  }

  private void placeOwn(int side) {
    if (own.lots(side) > 0 && !book.contains(ownId(side))) {
      int price = (int) own.price(side);
      check(engine.place(ownId(side), OWNER, OrderType.POST_ONLY, side, price, own.lots(side)));
    }
  }

  /** Takes off the crowd's orders and the own ones what was executed of them. */
  private final class Executions implements MatchListener {
    @Override
    public void executed(long resting, long taking, int takingSide, int price, long size) {
      if (resting < 0) {
        own.fill((int) (-1 - resting), size, now, observer);
      } else {
        orders.reduce((int) (resting - 1), size);
      }
    }

    @Override
    public void accepted(long id, int side, int price, long size) {
      // an order is taken up where it is placed
    }

    @Override
    public void rejected(long id, MatchOutcome reason) {
      // the outcome tells the caller
    }

    @Override
    public void cancelled(long id, long size, CancelReason reason) {
      // an order is taken off where it is cancelled
    }

    @Override
    public void modified(long id, int price, long size) {
      // nothing is ever modified
    }
  }
}
