package io.makerbench.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Price and open size of the own order of each side. */
final class OwnQuotes {
  private final double[] price = new double[2];
  private final long[] lots = new long[2];

  /** Sets an order; false where it was so already. */
  boolean set(int side, double newPrice, long newLots) {
    if (newLots < 0) {
      throw new IllegalArgumentException("An order of " + newLots + " lots");
    }
    boolean same = lots[side] == newLots && (newLots == 0 || price[side] == newPrice);
    price[side] = newPrice;
    lots[side] = newLots;
    return !same;
  }

  double price(int side) {
    return price[side];
  }

  long lots(int side) {
    return lots[side];
  }

  /** Fills as much of an order as {@code available} allows, tells it, and returns what it took. */
  long fill(int side, long available, double seconds, FlowObserver observer) {
    long filled = Math.min(available, lots[side]);
    lots[side] -= filled;
    if (filled > 0) {
      observer.fill(seconds, side, price[side], filled);
    }
    return filled;
  }

  void save(DataOutput out) throws IOException {
    for (int side = 0; side < 2; side++) {
      out.writeDouble(price[side]);
      out.writeLong(lots[side]);
    }
  }

  void restore(DataInput in) throws IOException {
    for (int side = 0; side < 2; side++) {
      price[side] = in.readDouble();
      lots[side] = in.readLong();
    }
  }
}
