package io.makerbench.system.replay;

import io.makerbench.book.LatencyModel;
import io.makerbench.book.QueueModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The orders of one side: at most one active at the exchange and one request under way to it. The
 * agent knows of the exchange's part only what answers have told it.
 *
 * <p>Prices in steps of the tape, sizes in lots, times in ns.
 */
final class OrderSlot {
  /** Time of arrival while nothing is under way. */
  static final long NEVER = Long.MAX_VALUE;

  /** +1 for the bid, −1 for the ask: multiplied by it, a higher price is the more eager one. */
  final int sign;

  // At the exchange.
  int price;
  long remaining;
  long activation;

  /** Quantity ahead in the level's queue, see {@link QueueModel}. */
  double ahead;

  /** Recorded events of single orders that were before this one in its queue. */
  int joined;

  /** Size of the level when it last changed. */
  private double levelSize;

  /** Traded at the order's price since then. */
  private double traded;

  /** Executed on this side so far. */
  long executed;

  // The request under way, until it arrives.
  long arrival = NEVER;
  int sentPrice;

  /** Size asked for; 0 for a cancel. */
  long sentSize;

  /** The exchange refuses the request for reasons of its own, and its arrival is that answer. */
  boolean refused;

  /** The request is about an order the agent believed active. */
  boolean replaces;

  /** Executions the agent knew of when it sent the request. */
  long executedWhenSent;

  // What the agent knows.
  boolean underWay;
  long sent;
  int knownPrice;
  long knownRemaining;
  long knownActivation;
  long knownExecuted;

  // What the agent wants and has not sent yet; size 0 for no order.
  boolean wanted;
  int wantedPrice;
  long wantedSize;

  OrderSlot(int sign) {
    this.sign = sign;
  }

  /** Wants an order, or with size 0 none; what was wanted before and not sent is dropped. */
  void want(int newPrice, long newSize) {
    wanted = true;
    wantedPrice = newPrice;
    wantedSize = newSize;
  }

  /**
   * Sends what is wanted, unless a request is under way, the position could leave its limits, or
   * the active order is as wanted.
   */
  void send(long now, long inventory, Terms terms) {
    if (!wanted || underWay) {
      return;
    }
    if (wantedSize == 0) {
      if (knownRemaining > 0) {
        request(now, terms.travel().cancel(now));
      }
      wanted = false;
      return;
    }
    if (sign * inventory + wantedSize > terms.maxInventory()) {
      return;
    }
    boolean known = knownRemaining > 0;
    if (!known || knownPrice != wantedPrice || knownRemaining != wantedSize) {
      LatencyModel travel = terms.travel();
      request(now, known ? travel.modify(now) : travel.place(now));
      wanted = false;
    }
  }

  private void request(long now, long latency) {
    sent = now;
    refused = latency < 0;
    arrival = now + Math.abs(latency);
    sentPrice = wantedPrice;
    sentSize = wantedSize;
    replaces = knownRemaining > 0;
    executedWhenSent = knownExecuted;
    underWay = true;
  }

  /** Joins the end of a queue of this size. */
  void enterQueue(double size) {
    ahead = size;
    levelSize = size;
    traded = 0;
  }

  /** Joins the end of a queue that events of single orders up to a row have made. */
  void enterQueue(double size, int rows) {
    enterQueue(size);
    joined = rows;
  }

  /** The level shows a size; nothing is told by the one it had. */
  void seeLevel(QueueModel queue, double size) {
    if (size != levelSize) {
      ahead = queue.afterChange(ahead, levelSize, size, traded);
      levelSize = size;
      traded = 0;
    }
  }

  /** A trade prints at the order's price; returns what of it reaches the order, whole lots. */
  long seeTrade(long size) {
    long reaching = (long) Math.max(0, size - ahead);
    ahead = QueueModel.afterTrade(ahead, size);
    traded += size;
    return reaching;
  }

  /** Forgets all orders, as at the end of a stretch. */
  void clear() {
    remaining = 0;
    enterQueue(QueueModel.UNKNOWN);
    executed = 0;
    executedWhenSent = 0;
    knownExecuted = 0;
    arrival = NEVER;
    refused = false;
    replaces = false;
    underWay = false;
    knownRemaining = 0;
    wanted = false;
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(price);
    out.writeLong(remaining);
    out.writeLong(activation);
    out.writeDouble(ahead);
    out.writeInt(joined);
    out.writeDouble(levelSize);
    out.writeDouble(traded);
    out.writeLong(executed);
    out.writeLong(arrival);
    out.writeInt(sentPrice);
    out.writeLong(sentSize);
    out.writeBoolean(refused);
    out.writeBoolean(replaces);
    out.writeLong(executedWhenSent);
    out.writeBoolean(underWay);
    out.writeLong(sent);
    out.writeInt(knownPrice);
    out.writeLong(knownRemaining);
    out.writeLong(knownActivation);
    out.writeLong(knownExecuted);
    out.writeBoolean(wanted);
    out.writeInt(wantedPrice);
    out.writeLong(wantedSize);
  }

  void restore(DataInput in) throws IOException {
    price = in.readInt();
    remaining = in.readLong();
    activation = in.readLong();
    ahead = in.readDouble();
    joined = in.readInt();
    levelSize = in.readDouble();
    traded = in.readDouble();
    executed = in.readLong();
    arrival = in.readLong();
    sentPrice = in.readInt();
    sentSize = in.readLong();
    refused = in.readBoolean();
    replaces = in.readBoolean();
    executedWhenSent = in.readLong();
    underWay = in.readBoolean();
    sent = in.readLong();
    knownPrice = in.readInt();
    knownRemaining = in.readLong();
    knownActivation = in.readLong();
    knownExecuted = in.readLong();
    wanted = in.readBoolean();
    wantedPrice = in.readInt();
    wantedSize = in.readLong();
  }
}
