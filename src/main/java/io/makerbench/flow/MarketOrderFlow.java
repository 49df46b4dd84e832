package io.makerbench.flow;

import io.makerbench.book.Ladder;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A market of {@link MarketOrderModel}. It has best prices but no levels: an own order is filled by
 * the market orders that reach its price, up to their size.
 */
final class MarketOrderFlow implements SimulatedFlow {
  private static final int BUY = 0;

  private final MarketOrderModel model;
  private final RandomStream random;
  private final HawkesProcess arrivals;
  private final OwnQuotes own = new OwnQuotes();
  private double mid;
  private double now;
  private double next;

  MarketOrderFlow(MarketOrderModel model, double mid, RandomStream random) {
    this.model = model;
    this.mid = mid;
    this.random = random;
    arrivals = model.arrivals(random);
    next = arrivals.next();
  }

  @Override
  public double seconds() {
    return now;
  }

  @Override
  public double bestBid() {
    return mid - model.spreadTicks() / 2;
  }

  @Override
  public double bestAsk() {
    return mid + model.spreadTicks() / 2;
  }

  @Override
  public double mid() {
    return mid;
  }

  @Override
  public long size(int side, int price) {
    return 0;
  }

  @Override
  public void quote(int side, double price, long lots) {
    own.set(side, price, lots);
  }

  @Override
  public long open(int side) {
    return own.lots(side);
  }

  @Override
  public void advance(double until, FlowObserver observer) {
    while (next < until) {
      diffuse(next);
      trade(arrivals.kind() == BUY ? 1 : -1, observer);
      next = arrivals.next();
    }
    diffuse(until);
    observer.state(now, this);
  }

  private void diffuse(double to) {
    mid += model.sigmaTicksPerSqrtSecond() * StrictMath.sqrt(to - now) * random.nextGaussian();
    now = to;
  }

  private void trade(int sign, FlowObserver observer) {
    double reach = model.spreadTicks() / 2 + random.nextExponential(model.decayPerTick());
    double farthest = mid + sign * reach;
    long lots = model.sizes().draw(random);
    observer.trade(now, sign, farthest, lots, this);
    int side = sign > 0 ? Ladder.ASK : Ladder.BID;
    if (own.lots(side) > 0 && sign * (farthest - own.price(side)) >= 0) {
      own.fill(side, lots, now, observer);
    }
    observer.state(now, this);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(mid);
    out.writeDouble(now);
    out.writeDouble(next);
    arrivals.save(out);
    own.save(out);
    SavedStream.save(random, out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    mid = in.readDouble();
    now = in.readDouble();
    next = in.readDouble();
    arrivals.restore(in);
    own.restore(in);
    SavedStream.restore(random, in);
  }
}
