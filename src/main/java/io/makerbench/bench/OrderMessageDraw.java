package io.makerbench.bench;

import io.makerbench.book.Ladder;
import io.makerbench.book.MatchListener;
import io.makerbench.book.MatchingEngine;
import io.makerbench.random.RandomStream;

/**
 * Draws the messages of a benchmark. Orders rest at exponential distances about a middle that
 * wanders; any resting order is as likely to be cancelled next; an order that takes is
 * immediate-or-cancel at the best price and of the size of the first order there, and fills it.
 */
public final class OrderMessageDraw {
  private static final int FIRST_MIDDLE = 600_000;
  private static final int MIDDLE_MOVES_ONE_IN = 200;
  private static final double MEAN_DISTANCE_TICKS = 40;
  private static final int MOST_LOTS = 1000;
  private static final double EMPTIED_SHARE = 0.8;

  private final RandomStream random = RandomStream.named(1, "order messages", 0);
  private final MatchingEngine engine = OrderMessages.engine(MatchListener.NONE);
  private final OrderMessages messages;
  private final long[] firstId = new long[1];
  private final long[] firstSize = new long[1];
  private final long[] placed;
  private int placedCount;
  private int middle = FIRST_MIDDLE;
  private long nextId = 1;

  private OrderMessageDraw(int most, int parts) {
    messages = new OrderMessages(most, parts);
    placed = new long[most];
  }

  /**
   * The flow of a market in balance: as many orders are placed as are cancelled or traded, so the
   * book keeps its size.
   *
   * @param orders orders in the book when the timed messages begin, and after
   * @param timed messages to be timed
   * @param takingShare share of placed orders that take; as many again are taken
   */
  public static OrderMessages balanced(int orders, int timed, double takingShare) {
    OrderMessageDraw draw = new OrderMessageDraw(orders + timed, 1);
    draw.fill(orders);
    draw.messages.beginPart();
    for (int i = 0; i < timed; i++) {
      if (draw.engine.book().orders() >= orders) {
        draw.cancel();
      } else if (draw.random.nextDouble() < takingShare) {
        draw.take();
      } else {
        draw.rest();
      }
    }
    draw.messages.endPart();
    return draw.messages;
  }

  /**
   * Nothing but cancels and orders that take, in rounds that each empty most of a full book; what
   * fills the book between them is not to be timed.
   *
   * @param orders orders in the book when a round begins
   * @param rounds how often it is emptied
   * @param cancelShare share of cancels among the timed messages
   */
  public static OrderMessages emptying(int orders, int rounds, double cancelShare) {
    int timed = (int) (orders * EMPTIED_SHARE);
    OrderMessageDraw draw = new OrderMessageDraw((orders + timed) * rounds, rounds);
    for (int round = 0; round < rounds; round++) {
      draw.fill(orders);
      draw.messages.beginPart();
      for (int i = 0; i < timed; i++) {
        if (draw.random.nextDouble() < cancelShare) {
          draw.cancel();
        } else {
          draw.take();
        }
      }
      draw.messages.endPart();
    }
    return draw.messages;
  }

  private void fill(int orders) {
    while (engine.book().orders() < orders) {
      rest();
    }
  }

  private void cancel() {
    send(OrderMessages.CANCEL, anyResting(), 0, 0);
  }

  private void rest() {
    if (random.nextInt(MIDDLE_MOVES_ONE_IN) == 0) {
      middle += 2 * random.nextInt(2) - 1;
    }
    int distance = 1 + (int) random.nextExponential(1 / MEAN_DISTANCE_TICKS);
    int size = 1 + random.nextInt(MOST_LOTS);
    placed[placedCount++] = nextId;
    if (random.nextInt(2) == 0) {
      int price = Math.min(middle - distance, engine.book().bestAsk() - 1);
      send(OrderMessages.BUY, nextId++, price, size);
    } else {
      int price = Math.max(middle + distance, engine.book().bestBid() + 1);
      send(OrderMessages.SELL, nextId++, price, size);
    }
  }

  private void take() {
    boolean buys = random.nextInt(2) == 0;
    int price = buys ? engine.book().bestAsk() : engine.book().bestBid();
    engine.book().copyQueue(buys ? Ladder.ASK : Ladder.BID, price, 1, firstId, firstSize);
    byte kind = buys ? OrderMessages.TAKE_BUY : OrderMessages.TAKE_SELL;
    send(kind, nextId++, price, (int) firstSize[0]);
  }

  /** Any order that rests, each as likely; ids of orders that are gone are dropped when met. */
  private long anyResting() {
    while (true) {
      int at = random.nextInt(placedCount);
      long id = placed[at];
      if (engine.book().contains(id)) {
        return id;
      }
      placed[at] = placed[--placedCount];
    }
  }

  private void send(byte kind, long id, int price, int size) {
    int at = messages.count();
    messages.add(kind, id, price, size);
    messages.send(engine, at, at + 1);
  }
}
