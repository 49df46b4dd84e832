package io.makerbench.flow;

import io.makerbench.book.Ladder;
import io.makerbench.tape.Levels;

/**
 * A book of level updates. A level's change, but for what traded there since its last change, is
 * taken as one limit order where it grew and as one cancel where it shrank. During an update the
 * best prices are those before it.
 */
final class LevelBook implements RecordedBook {
  private final Levels levels;
  private final Ladder ladder = new Ladder();
  private final Ladder traded = new Ladder();
  private long row;
  private int bestBid = Ladder.NO_BID;
  private int bestAsk = Ladder.NO_ASK;

  LevelBook(Levels levels) {
    this.levels = levels;
  }

  @Override
  public long nextTime() {
    return row < levels.rows() ? levels.exchangeTime(row) : Long.MAX_VALUE;
  }

  @Override
  public void apply(double seconds, FlowObserver observer) {
    long time = nextTime();
    boolean silent = !valid();
    while (row < levels.rows() && levels.exchangeTime(row) == time) {
      boolean snapshot = levels.snapshot(row);
      if (levels.snapshotBegins(row)) {
        ladder.clear();
        traded.clear();
      }
      int side = levels.side(row) == Levels.ASK ? Ladder.ASK : Ladder.BID;
      int price = levels.price(row);
      if (!snapshot && !silent) {
        tell(seconds, side, price, levels.size(row), observer);
      }
      ladder.set(side, price, levels.size(row));
      row++;
    }
    bestBid = ladder.bestBid();
    bestAsk = ladder.bestAsk();
  }

  private void tell(double seconds, int side, int price, long size, FlowObserver observer) {
    long fromTrades = traded.size(side, price);
    long grown = size - ladder.size(side, price) + fromTrades;
    if (fromTrades > 0) {
      traded.set(side, price, 0);
    }
    if (grown > 0) {
      observer.limit(seconds, side, price, grown, this);
    } else if (grown < 0) {
      observer.cancel(seconds, side, price, -grown, this);
    }
  }

  @Override
  public void traded(int side, int price, long lots) {
    traded.set(side, price, traded.size(side, price) + lots);
  }

  @Override
  public boolean valid() {
    return bestBid != Ladder.NO_BID && bestAsk != Ladder.NO_ASK && bestBid <= bestAsk;
  }

  @Override
  public double bestBid() {
    return bestBid;
  }

  @Override
  public double bestAsk() {
    return bestAsk;
  }

  @Override
  public long size(int side, int price) {
    return ladder.size(side, price);
  }
}
