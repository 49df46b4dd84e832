package io.makerbench.tape;

import io.makerbench.book.OrderBook;
import io.makerbench.book.OrderOutcome;
import io.makerbench.tape.OrdersWriter.Origin;

/**
 * The single orders of a LOBSTER book. Orders that a message names but none has added are unknown:
 * those of a level are one order of negative id, on which such messages act. It stands in front,
 * for it was there when the level came into view.
 */
final class LobsterOrders {
  private final LobsterBook.Listener listener;
  private final OrderBook book;
  private final long[] frontId = new long[1];
  private final long[] frontSize = new long[1];

  LobsterOrders(OrderBook book, LobsterBook.Listener listener) {
    this.book = book;
    this.listener = listener;
  }

  /** Applies a message about a visible order; its price in ticks. */
  void apply(LobsterMessage message, int price) {
    if (message.type == LobsterMessage.ADD) {
      add(message, price);
    } else if (fits(message, price)) {
      reduce(message.id, message, price);
    } else {
      reduceUnknown(message, price);
    }
    tellLevel(message.side(), price);
  }

  private void add(LobsterMessage message, int price) {
    if (book.contains(message.id)) {
      listener.found(Defect.ORDER_ID_REUSED);
      remove(message.id);
    }
    book.add(message.id, message.side(), price, message.size);
    tell(OrderKind.ADD, message.side(), message.id, price, message.size);
  }

  private void remove(long id) {
    int side = book.sideOf(id);
    int price = book.priceOf(id);
    listener.order(OrderKind.DELETE, Origin.INFERRED, side, id, price, book.sizeOf(id));
    book.cancel(id);
    tellLevel(side, price);
  }

  /** True for a message about an order as the book knows it. */
  private boolean fits(LobsterMessage message, int price) {
    long left = book.sizeOf(message.id);
    boolean size =
        switch (message.type) {
          case LobsterMessage.CANCEL -> message.size < left;
          case LobsterMessage.DELETE -> message.size == left;
          default -> message.size <= left;
        };
    return size && restsAt(message, price);
  }

  private boolean restsAt(LobsterMessage message, int price) {
    return book.priceOf(message.id) == price && book.sideOf(message.id) == message.side();
  }

  /**
   * A message about an order that nobody announced, or that changed out of view: where the unknown
   * orders of the level do not hold so much, which of the known ones are left is unknown, too.
   */
  private void reduceUnknown(LobsterMessage message, int price) {
    boolean known = book.contains(message.id);
    if (!known) {
      listener.found(Defect.UNKNOWN_ORDER);
    }
    int side = message.side();
    long id = standIn(side, price);
    if (known || book.sizeOf(id) < message.size) {
      long total = book.size(side, price);
      if (total < message.size || known && !restsAt(message, price)) {
        listener.found(Defect.ORDER_CONTRADICTED);
        return;
      }
      listener.found(Defect.QUEUE_FORGOTTEN);
      replace(side, price, total);
    }
    reduce(id, message, price);
  }

  private void reduce(long id, LobsterMessage message, int price) {
    long left = book.sizeOf(id);
    long taken = message.size;
    if (message.type == LobsterMessage.EXECUTE) {
      tell(OrderKind.EXECUTE, message.side(), id, price, taken);
      if (book.execute(id, taken) == OrderOutcome.OUT_OF_TURN) {
        listener.found(Defect.OUT_OF_TURN);
      }
    } else {
      OrderKind kind = taken == left ? OrderKind.DELETE : OrderKind.CANCEL;
      tell(kind, message.side(), id, price, taken);
      book.reduce(id, taken);
    }
  }

  private void tell(OrderKind kind, int side, long id, int price, long size) {
    listener.order(kind, Origin.RECORDED, side, id, price, size);
  }

  private void tellLevel(int side, int price) {
    listener.level(side, price, book.size(side, price));
  }

  /** Id of the order that stands for the unknown ones of a level; each level has its own. */
  private static long standIn(int side, int price) {
    return -(2L * price + side + 1);
  }

  /** Makes a level one order of this size that stands for unknown ones, or removes it. */
  void take(int side, int price, long size) {
    replace(side, price, size);
    tellLevel(side, price);
  }

  private void replace(int side, int price, long size) {
    while (book.copyQueue(side, price, 1, frontId, frontSize) > 0) {
      listener.order(OrderKind.DELETE, Origin.INFERRED, side, frontId[0], price, frontSize[0]);
      book.cancel(frontId[0]);
    }
    if (size > 0) {
      long id = standIn(side, price);
      book.add(id, side, price, size);
      listener.order(OrderKind.ADD, Origin.INFERRED, side, id, price, size);
    }
  }
}
