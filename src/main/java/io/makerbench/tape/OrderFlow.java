package io.makerbench.tape;

import io.makerbench.book.Ladder;
import io.makerbench.random.RandomStream;

/**
 * Orders of simple traders on one book. An efficient price follows a Brownian motion. Limit orders
 * arrive at the nearest levels on their side of it, more at the nearer; resting orders are
 * cancelled, faster on its wrong side; uninformed market orders arrive on both sides, informed ones
 * where a best price is better than efficient. So the book leans before the price moves: its
 * imbalance predicts, as it does in recorded books. All waiting times are exponential; sizes are
 * log-normal.
 */
final class OrderFlow implements BookFlow {
  /** Receives the trades. */
  interface Tape {
    void trade(long time, int takerSign, int price, long size);
  }

  private static final double NS_PER_SECOND = 1e9;

  private final SyntheticConfig config;
  private final RandomStream random;
  private final Tape tape;
  private final ChangedLevels book = new ChangedLevels();
  private final Ladder ladder = book.ladder;
  private final OrderSize size;
  private final int[][] prices;
  private final long[][] sizes;
  private final double[] cancelRates;
  private final int[] found = new int[2];
  private double efficient;
  private long now;

  OrderFlow(SyntheticConfig config, long seed, long start, Tape tape) {
    this.config = config;
    this.tape = tape;
    random = RandomStream.named(seed, "order flow", 0);
    now = start;
    size = new OrderSize(config, random);
    efficient = config.startPrice() / config.tickSize();
    prices = new int[2][config.levels()];
    sizes = new long[2][config.levels()];
    cancelRates = new double[2 * config.levels()];
    int ordersOfLevel = (int) Math.ceil(config.limitOrderRate() / config.cancelRate());
    for (int level = 0; level < config.levels(); level++) {
      for (int order = 0; order < ordersOfLevel; order++) {
        place(Ladder.BID, level);
        place(Ladder.ASK, level);
      }
    }
  }

  @Override
  public Ladder ladder() {
    return ladder;
  }

  @Override
  public int takeChanges(long[][] into) {
    return book.take(into);
  }

  /** Lets the traders act. */
  @Override
  public void advanceTo(long end) {
    while (true) {
      double cancels = cancelRate();
      double limits = 2 * config.levels() * config.limitOrderRate();
      double noise = 2 * config.marketOrderRate();
      double informed = mispricedSide() < 0 ? 0 : config.informedOrderRate();
      double total = cancels + limits + noise + informed;
      double wait = random.nextExponential(total) * NS_PER_SECOND;
      if (now + wait >= end) {
        drift(end - now);
        now = end;
        return;
      }
      drift(wait);
      now += (long) wait;
      act(random.nextDouble() * total, limits, noise, cancels);
    }
  }

  private void act(double which, double limits, double noise, double cancels) {
    if (which < limits) {
      place(random.nextInt(2), drawLevel());
    } else if (which < limits + noise) {
      take(random.nextInt(2));
    } else if (which < limits + noise + cancels) {
      cancel(which - limits - noise);
    } else if (mispricedSide() >= 0) {
      take(mispricedSide());
    }
  }

  private void drift(double ns) {
    efficient += config.volatility() * Math.sqrt(ns / NS_PER_SECOND) * random.nextGaussian();
    efficient = Math.max(efficient, 2 * config.levels());
  }

  /** The side whose best price is better than efficient for a taker; −1 when none is. */
  private int mispricedSide() {
    if (ladder.bestAsk() < efficient) {
      return Ladder.ASK;
    }
    return ladder.bestBid() > efficient ? Ladder.BID : -1;
  }

  private void place(int side, int level) {
    int price =
        side == Ladder.BID
            ? Math.min((int) Math.floor(efficient), ladder.bestAsk() - 1) - level
            : Math.max((int) Math.floor(efficient), ladder.bestBid()) + 1 + level;
    book.set(side, price, ladder.size(side, price) + size.draw());
  }

  /** Near levels receive more orders than far ones: the density falls with the root of distance. */
  private int drawLevel() {
    double u = random.nextDouble();
    return (int) (u * u * config.levels());
  }

  /** A market order against a side; it never takes a side's last level. */
  private void take(int side) {
    long left = size.draw();
    while (left > 0 && ladder.levels(side) > 1) {
      int price = side == Ladder.BID ? ladder.bestBid() : ladder.bestAsk();
      long there = ladder.size(side, price);
      long taken = Math.min(left, there);
      tape.trade(now, side == Ladder.ASK ? 1 : -1, price, taken);
      book.set(side, price, there - taken);
      left -= taken;
    }
  }

  private double cancelRate() {
    double total = 0;
    for (int side = 0; side < 2; side++) {
      int[] price = prices[side];
      long[] size = sizes[side];
      found[side] = ladder.copyTop(side, config.levels(), price, size);
      for (int level = 0; level < found[side]; level++) {
        boolean wrong = side == Ladder.BID ? price[level] > efficient : price[level] < efficient;
        double rate = wrong ? config.withdrawRate() : config.cancelRate();
        double rateOfLevel = rate * Math.max(1, size[level] / this.size.medianLots());
        cancelRates[side * config.levels() + level] = rateOfLevel;
        total += rateOfLevel;
      }
    }
    return total;
  }

  private void cancel(double which) {
    double left = which;
    for (int side = 0; side < 2; side++) {
      for (int level = 0; level < found[side]; level++) {
        left -= cancelRates[side * config.levels() + level];
        if (left < 0) {
          cancelAt(side, level);
          return;
        }
      }
    }
  }

  private void cancelAt(int side, int level) {
    if (ladder.levels(side) > 1) {
      long rest = Math.max(0, sizes[side][level] - size.draw());
      book.set(side, prices[side][level], rest);
    }
  }
}
