package io.makerbench.flow;

import io.makerbench.book.Ladder;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A market of {@link QueueReactiveModel}: two queues and the prices they stand at.
 *
 * <p>An own order joins its queue at the end. Market orders take what is ahead of it first, a
 * cancel comes from ahead of it with the share of the queue that is there. An own order in front of
 * the best price is first in line; one that the best prices pass is filled at its price; one that
 * would trade at once is refused.
 */
final class QueueReactiveFlow implements SimulatedFlow {
  private final QueueReactiveModel model;
  private final RandomStream random;
  private final OwnQuotes own = new OwnQuotes();
  private final long[] ahead = new long[2];
  private final long[] queue = new long[2];
  private final int[] best = new int[2];
  private double now;

  QueueReactiveFlow(QueueReactiveModel model, double mid, RandomStream random) {
    this.model = model;
    this.random = random;
    best[Ladder.BID] = (int) Math.floor(mid - (model.spreadTicks() - 1) / 2.0);
    best[Ladder.ASK] = best[Ladder.BID] + model.spreadTicks();
    queue[Ladder.BID] = model.retreatedQueues().draw(random);
    queue[Ladder.ASK] = model.retreatedQueues().draw(random);
  }

  @Override
  public double seconds() {
    return now;
  }

  @Override
  public double bestBid() {
    return best[Ladder.BID];
  }

  @Override
  public double bestAsk() {
    return best[Ladder.ASK];
  }

  @Override
  public long size(int side, int price) {
    return price == best[side] ? queue[side] : 0;
  }

  @Override
  public long open(int side) {
    return own.lots(side);
  }

  @Override
  public void quote(int side, double price, long lots) {
    double tick = side == Ladder.BID ? Math.floor(price) : Math.ceil(price);
    boolean trades = (tick - best[side ^ 1]) * sign(side) >= 0;
    if (own.set(side, tick, trades ? 0 : lots)) {
      ahead[side] = Long.MAX_VALUE;
      findPlace(side);
    }
  }

  /** How far an own price lies behind the best one of its side; negative in front of it. */
  private double behind(int side) {
    return (best[side] - own.price(side)) * sign(side);
  }

  private static int sign(int side) {
    return side == Ladder.BID ? 1 : -1;
  }

  private void findPlace(int side) {
    double behind = behind(side);
    if (behind == 0) {
      ahead[side] = Math.min(ahead[side], queue[side]);
    } else if (behind < 0) {
      ahead[side] = 0;
    }
  }

  @Override
  public void advance(double until, FlowObserver observer) {
    while (true) {
      int bid = QueueReactiveModel.classOf(queue[Ladder.BID]);
      int ask = QueueReactiveModel.classOf(queue[Ladder.ASK]);
      double bidRate = rate(bid);
      double total = bidRate + rate(ask);
      double wait = total > 0 ? random.nextExponential(total) : Double.POSITIVE_INFINITY;
      if (now + wait >= until) {
        now = until;
        return;
      }
      now += wait;
      double which = random.nextDouble() * total;
      if (which < bidRate) {
        act(Ladder.BID, bid, which, observer);
      } else {
        act(Ladder.ASK, ask, which - bidRate, observer);
      }
      observer.state(now, this);
    }
  }

  private double rate(int queueClass) {
    return model.limitsPerSecond()[queueClass]
        + model.cancelsPerSecond()[queueClass]
        + model.marketsPerSecond()[queueClass];
  }

  private void act(int side, int queueClass, double which, FlowObserver observer) {
    double limits = model.limitsPerSecond()[queueClass];
    if (which < limits) {
      limit(side, model.limitSizes().draw(random), observer);
    } else if (which < limits + model.cancelsPerSecond()[queueClass]) {
      cancel(side, Math.min(queue[side], model.cancelSizes().draw(random)), observer);
    } else {
      market(side, model.marketSizes().draw(random), observer);
    }
    if (queue[side] == 0) {
      refill(side, observer);
    }
  }

  private void limit(int side, long lots, FlowObserver observer) {
    observer.limit(now, side, best[side], lots, this);
    queue[side] += lots;
  }

  private void cancel(int side, long lots, FlowObserver observer) {
    observer.cancel(now, side, best[side], lots, this);
    if (own.lots(side) > 0 && behind(side) == 0) {
      boolean fromAhead = random.nextDouble() * queue[side] < ahead[side];
      ahead[side] -= fromAhead ? Math.min(lots, ahead[side]) : 0;
    }
    queue[side] -= lots;
    findPlace(side);
  }

  /** What is ahead trades first, then the own order, then what is behind it. */
  private void market(int side, long lots, FlowObserver observer) {
    observer.trade(now, -sign(side), best[side], Math.min(lots, queue[side]), this);
    boolean inLine = own.lots(side) > 0 && behind(side) <= 0;
    long before = inLine ? Math.min(lots, ahead[side]) : 0;
    long taken = inLine ? own.fill(side, lots - before, now, observer) : 0;
    if (inLine) {
      ahead[side] -= before;
    }
    queue[side] -= Math.min(lots - taken, queue[side]);
    findPlace(side);
  }

  private void refill(int side, FlowObserver observer) {
    int other = side ^ 1;
    boolean moves = random.nextDouble() < model.moveProbability();
    if (moves) {
      int move = -sign(side) * drawMove();
      best[side] += move;
      best[other] += move;
      queue[side] = model.retreatedQueues().draw(random);
      queue[other] = model.advancedQueues().draw(random);
      fillPassed(side, observer);
    } else {
      queue[side] = model.advancedQueues().draw(random);
    }
    findPlace(side);
    findPlace(other);
  }

  /** A geometric number of ticks from 1, of the model's mean. */
  private int drawMove() {
    double stop = 1 / model.meanMoveTicks();
    return stop >= 1
        ? 1
        : 1 + (int) (StrictMath.log1p(-random.nextDouble()) / StrictMath.log1p(-stop));
  }

  /** The prices went away from an emptied side: the other side may have reached an own order. */
  private void fillPassed(int side, FlowObserver observer) {
    double gap = (own.price(side) - best[side ^ 1]) * sign(side);
    if (own.lots(side) > 0 && gap >= 0) {
      own.fill(side, own.lots(side), now, observer);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(now);
    for (int side = 0; side < 2; side++) {
      out.writeInt(best[side]);
      out.writeLong(queue[side]);
      out.writeLong(ahead[side]);
    }
    own.save(out);
    SavedStream.save(random, out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    now = in.readDouble();
    for (int side = 0; side < 2; side++) {
      best[side] = in.readInt();
      queue[side] = in.readLong();
      ahead[side] = in.readLong();
    }
    own.restore(in);
    SavedStream.restore(random, in);
  }
}
