package io.makerbench.system.replay;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The exchange's answers on their way back to the agent, first in, first out, in parallel arrays: a
 * ring that grows when full. They come over one connection, so none overtakes another: one that
 * would is due with the one before it. Each tells the state of one side's order and, where there
 * was one, an execution.
 */
final class Answers {
  private static final int LONGS = 6;
  private static final int INTS = 6;
  private static final int FIRST_CAPACITY = 16;

  private static final int DUE = 0;
  private static final int EXECUTED_AT = 1;
  private static final int SIZE = 2;
  private static final int REMAINING = 3;
  private static final int ACTIVATION = 4;
  private static final int ANSWERS_REQUEST = 5;

  private static final int SIDE = 0;
  private static final int EXECUTION_PRICE = 1;
  private static final int MAKER = 2;
  private static final int BEST_BID = 3;
  private static final int BEST_ASK = 4;
  private static final int ORDER_PRICE = 5;

  private long[] longs = new long[FIRST_CAPACITY * LONGS];
  private int[] ints = new int[FIRST_CAPACITY * INTS];
  private int first;
  private int count;

  void clear() {
    first = 0;
    count = 0;
  }

  boolean dueBy(long time) {
    return count > 0 && longs[first * LONGS + DUE] <= time;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Makes room for an answer about a slot as it now stands; no execution yet. */
  void add(long due, OrderSlot slot, boolean answersRequest) {
    if (count * LONGS == longs.length) {
      grow();
    }
    int capacity = longs.length / LONGS;
    int place = (first + count) % capacity;
    int before = (first + count - 1 + capacity) % capacity;
    int l = place * LONGS;
    longs[l + DUE] = count == 0 ? due : Math.max(due, longs[before * LONGS + DUE]);
    count++;
    longs[l + SIZE] = 0;
    longs[l + REMAINING] = slot.remaining;
    longs[l + ACTIVATION] = slot.activation;
    longs[l + ANSWERS_REQUEST] = answersRequest ? 1 : 0;
    ints[place * INTS + SIDE] = slot.sign;
    ints[place * INTS + ORDER_PRICE] = slot.price;
  }

  /** Adds an execution to the answer added last. */
  void withExecution(long time, long size, int price, boolean maker, int bestBid, int bestAsk) {
    int place = (first + count - 1) % (longs.length / LONGS);
    longs[place * LONGS + EXECUTED_AT] = time;
    longs[place * LONGS + SIZE] = size;
    ints[place * INTS + EXECUTION_PRICE] = price;
    ints[place * INTS + MAKER] = maker ? 1 : 0;
    ints[place * INTS + BEST_BID] = bestBid;
    ints[place * INTS + BEST_ASK] = bestAsk;
  }

  private void grow() {
    int capacity = longs.length / LONGS;
    long[] largerLongs = new long[2 * longs.length];
    int[] largerInts = new int[2 * ints.length];
    for (int i = 0; i < count; i++) {
      int from = (first + i) % capacity;
      System.arraycopy(longs, from * LONGS, largerLongs, i * LONGS, LONGS);
      System.arraycopy(ints, from * INTS, largerInts, i * INTS, INTS);
    }
    longs = largerLongs;
    ints = largerInts;
    first = 0;
  }

  void removeFirst() {
    first = (first + 1) % (longs.length / LONGS);
    count--;
  }

  int sign() {
    return ints[first * INTS + SIDE];
  }

  /** Size executed; 0 when the answer tells of no execution. */
  long size() {
    return longs[first * LONGS + SIZE];
  }

  long executedAt() {
    return longs[first * LONGS + EXECUTED_AT];
  }

  int executionPrice() {
    return ints[first * INTS + EXECUTION_PRICE];
  }

  boolean maker() {
    return ints[first * INTS + MAKER] != 0;
  }

  int bestBid() {
    return ints[first * INTS + BEST_BID];
  }

  int bestAsk() {
    return ints[first * INTS + BEST_ASK];
  }

  long remaining() {
    return longs[first * LONGS + REMAINING];
  }

  long activation() {
    return longs[first * LONGS + ACTIVATION];
  }

  int orderPrice() {
    return ints[first * INTS + ORDER_PRICE];
  }

  boolean answersRequest() {
    return longs[first * LONGS + ANSWERS_REQUEST] != 0;
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(count);
    int capacity = longs.length / LONGS;
    for (int i = 0; i < count; i++) {
      int place = (first + i) % capacity;
      for (int k = 0; k < LONGS; k++) {
        out.writeLong(longs[place * LONGS + k]);
      }
      for (int k = 0; k < INTS; k++) {
        out.writeInt(ints[place * INTS + k]);
      }
    }
  }

  void restore(DataInput in) throws IOException {
    int saved = in.readInt();
    int capacity = Math.max(FIRST_CAPACITY, saved);
    longs = Arrays.copyOf(longs, capacity * LONGS);
    ints = Arrays.copyOf(ints, capacity * INTS);
    first = 0;
    count = saved;
    for (int i = 0; i < saved; i++) {
      for (int k = 0; k < LONGS; k++) {
        longs[i * LONGS + k] = in.readLong();
      }
      for (int k = 0; k < INTS; k++) {
        ints[i * INTS + k] = in.readInt();
      }
    }
  }
}
