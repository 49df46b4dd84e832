package io.makerbench.book;

import java.util.Arrays;

/**
 * The resting orders of a book, each in a slot of four neighbouring numbers: id, size left, its
 * neighbours in the queue, and side, price and mark. Slots given back are used again, last first.
 */
final class OrderSlots {
  /** No slot: the end of a queue. */
  static final int NONE = 0;

  private static final int FIELDS = 4;
  private static final int ID = 0;
  private static final int SIZE = 1;
  private static final int LINKS = 2;
  private static final int TERMS = 3;
  private static final int FIRST_SLOTS = 256;
  private static final int MAX_SLOTS = (1 << 29) - 1;
  private static final long LOW = 0xFFFFFFFFL;

  private long[] fields = new long[FIRST_SLOTS * FIELDS];
  private int used = 1;
  private int free = NONE;

  /**
   * A slot for an order that stands in no queue yet.
   *
   * @param mark 32 bits that belong to whoever trades
   */
  int take(long id, int side, int price, long size, int mark) {
    int slot = free;
    if (slot == NONE) {
      slot = unused();
    } else {
      free = next(slot);
    }
    int at = slot * FIELDS;
    long[] array = fields;
    array[at + ID] = id;
    array[at + SIZE] = size;
    array[at + LINKS] = 0;
    array[at + TERMS] = pair(side << (Integer.SIZE - 1) | price, mark);
    return slot;
  }

  private int unused() {
    if ((used + 1) * FIELDS > fields.length) {
      fields = Arrays.copyOf(fields, (int) Math.min(2L * used, MAX_SLOTS) * FIELDS);
    }
    return used++;
  }

  void giveBack(int slot) {
    link(slot, NONE, free);
    free = slot;
  }

  void clear() {
    used = 1;
    free = NONE;
  }

  long id(int slot) {
    return fields[slot * FIELDS + ID];
  }

  long size(int slot) {
    return fields[slot * FIELDS + SIZE];
  }

  void resize(int slot, long size) {
    fields[slot * FIELDS + SIZE] = size;
  }

  int side(int slot) {
    return (int) (fields[slot * FIELDS + TERMS] >>> (Long.SIZE - 1));
  }

  int price(int slot) {
    return (int) (fields[slot * FIELDS + TERMS] >>> Integer.SIZE) & Integer.MAX_VALUE;
  }

  int mark(int slot) {
    return (int) fields[slot * FIELDS + TERMS];
  }

  void reprice(int slot, int price) {
    int at = slot * FIELDS + TERMS;
    fields[at] = fields[at] & (Long.MIN_VALUE | LOW) | (long) price << Integer.SIZE;
  }

  int previous(int slot) {
    return (int) (fields[slot * FIELDS + LINKS] >>> Integer.SIZE);
  }

  int next(int slot) {
    return (int) fields[slot * FIELDS + LINKS];
  }

  void link(int slot, int previous, int next) {
    fields[slot * FIELDS + LINKS] = pair(previous, next);
  }

  void linkPrevious(int slot, int previous) {
    link(slot, previous, next(slot));
  }

  void linkNext(int slot, int next) {
    link(slot, previous(slot), next);
  }

  /** Two ints in one long. */
  static long pair(int high, int low) {
    return (long) high << Integer.SIZE | low & LOW;
  }
}
