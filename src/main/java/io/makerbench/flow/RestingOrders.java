package io.makerbench.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The resting orders of a crowd, side by side, so that one can be picked by chance. An order's
 * number here is its id less one in the matching engine.
 */
final class RestingOrders {
  private int[] alive = new int[64];
  private int[] place = new int[64];
  private int[] side = new int[64];
  private int[] price = new int[64];
  private long[] lots = new long[64];
  private long[] arrival = new long[64];
  private int[] free = new int[64];
  private int count;
  private int freed;
  private int used;
  private long arrivals;

  int count() {
    return count;
  }

  int at(int index) {
    return alive[index];
  }

  int side(int order) {
    return side[order];
  }

  int price(int order) {
    return price[order];
  }

  long lots(int order) {
    return lots[order];
  }

  /** Takes up an order and returns its number. */
  int add(int ofSide, int atPrice, long ofLots) {
    int order = freed > 0 ? free[--freed] : used++;
    grow(used);
    alive[count] = order;
    place[order] = count++;
    side[order] = ofSide;
    price[order] = atPrice;
    lots[order] = ofLots;
    arrival[order] = arrivals++;
    return order;
  }

  /** Takes size off an order, which is gone when nothing is left. */
  void reduce(int order, long by) {
    lots[order] -= by;
    if (lots[order] == 0) {
      int last = alive[--count];
      alive[place[order]] = last;
      place[last] = place[order];
      free[freed++] = order;
    }
  }

  private void grow(int size) {
    if (size > place.length) {
      int larger = 2 * place.length;
      alive = Arrays.copyOf(alive, larger);
      place = Arrays.copyOf(place, larger);
      side = Arrays.copyOf(side, larger);
      price = Arrays.copyOf(price, larger);
      lots = Arrays.copyOf(lots, larger);
      arrival = Arrays.copyOf(arrival, larger);
      free = Arrays.copyOf(free, larger);
    }
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(used);
    out.writeLong(arrivals);
    out.writeInt(freed);
    for (int i = 0; i < freed; i++) {
      out.writeInt(free[i]);
    }
    out.writeInt(count);
    for (int i = 0; i < count; i++) {
      int order = alive[i];
      out.writeInt(order);
      out.writeInt(side[order]);
      out.writeInt(price[order]);
      out.writeLong(lots[order]);
      out.writeLong(arrival[order]);
    }
  }

  void restore(DataInput in) throws IOException {
    used = in.readInt();
    arrivals = in.readLong();
    while (place.length < used) {
      grow(place.length + 1);
    }
    freed = in.readInt();
    for (int i = 0; i < freed; i++) {
      free[i] = in.readInt();
    }
    count = in.readInt();
    for (int i = 0; i < count; i++) {
      int order = in.readInt();
      alive[i] = order;
      place[order] = i;
      side[order] = in.readInt();
      price[order] = in.readInt();
      lots[order] = in.readLong();
      arrival[order] = in.readLong();
    }
  }

  /** The orders in the order of their arrival, which is their priority at one price. */
  int[] byArrival() {
    return IntStream.range(0, count)
        .mapToObj(i -> alive[i])
        .sorted(Comparator.comparingLong(order -> arrival[order]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
