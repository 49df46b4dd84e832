package io.makerbench.tape;

import io.makerbench.book.Ladder;
import io.makerbench.random.RandomStream;

/**
 * A price that nothing predicts: both best prices move together by a tick up or down, each as
 * likely, at exponential waiting times whose rate is the square of the volatility. Sizes are drawn
 * anew at times and in amounts that have nothing to do with it. Nobody trades.
 */
final class RandomWalk implements BookFlow {
  /** Best bid and ask lie this far apart, so that a quote between them improves on both. */
  private static final int SPREAD_TICKS = 2;

  private static final double NS_PER_SECOND = 1e9;

  private final SyntheticConfig config;
  private final RandomStream random;
  private final ChangedLevels book = new ChangedLevels();
  private final OrderSize size;
  private final double moveRate;
  private final double resizeRate;
  private int bestBid;
  private long now;

  RandomWalk(SyntheticConfig config, long seed, long start) {
    this.config = config;
    random = RandomStream.named(seed, "random walk", 0);
    size = new OrderSize(config, random);
    now = start;
    moveRate = config.volatility() * config.volatility();
    resizeRate = 2 * config.levels() * config.limitOrderRate();
    bestBid = (int) Math.floor(config.startPrice() / config.tickSize());
    for (int level = 0; level < config.levels(); level++) {
      book.set(Ladder.BID, bestBid - level, size.draw());
      book.set(Ladder.ASK, bestAsk() + level, size.draw());
    }
  }

  private int bestAsk() {
    return bestBid + SPREAD_TICKS;
  }

  @Override
  public Ladder ladder() {
    return book.ladder;
  }

  @Override
  public int takeChanges(long[][] into) {
    return book.take(into);
  }

  @Override
  public void advanceTo(long end) {
    double rate = moveRate + resizeRate;
    double wait = random.nextExponential(rate) * NS_PER_SECOND;
    // What is left of a wait that reaches beyond the end is as long as a new one.
    while (now + wait < end) {
      now += (long) wait;
      if (random.nextDouble() * rate < moveRate) {
        move();
      } else {
        resize();
      }
      wait = random.nextExponential(rate) * NS_PER_SECOND;
    }
    now = end;
  }

  private void move() {
    int farthestBid = bestBid - config.levels() + 1;
    int farthestAsk = bestAsk() + config.levels() - 1;
    if (random.nextInt(2) == 1) {
      book.set(Ladder.ASK, bestAsk(), 0);
      book.set(Ladder.ASK, farthestAsk + 1, size.draw());
      book.set(Ladder.BID, farthestBid, 0);
      bestBid++;
      book.set(Ladder.BID, bestBid, size.draw());
    } else if (farthestBid > 1) {
      book.set(Ladder.BID, bestBid, 0);
      book.set(Ladder.BID, farthestBid - 1, size.draw());
      book.set(Ladder.ASK, farthestAsk, 0);
      bestBid--;
      book.set(Ladder.ASK, bestAsk(), size.draw());
    }
  }

  private void resize() {
    int level = random.nextInt(config.levels());
    if (random.nextInt(2) == Ladder.BID) {
      book.set(Ladder.BID, bestBid - level, size.draw());
    } else {
      book.set(Ladder.ASK, bestAsk() + level, size.draw());
    }
  }
}
