package io.makerbench.book;

import java.util.Arrays;

/**
 * Finds the slot of an order by its id: a hash table with linear probing and no tombstones. An
 * entry holds the 32-bit hash of an id beside the slot, so that a search reads an order only to
 * confirm it, and moving entries reads none.
 */
final class OrderIndex {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final int FIRST_BITS = 10;
  private static final int MAX_BITS = 28;

  /** The table is at most one quarter full, which keeps most searches to one entry. */
  private static final int ENTRIES_AN_ORDER = 2;

  private final OrderSlots orders;
  private long[] entries = new long[1 << FIRST_BITS];
  private int shift = Integer.SIZE - FIRST_BITS;
  private int count;

  OrderIndex(OrderSlots orders) {
    this.orders = orders;
  }

  int count() {
    return count;
  }

  /** Slot of an order, or {@link OrderSlots#NONE}. */
  int find(long id) {
    return (int) entries[place(id)];
  }

  /** Files a slot under an id; false when the id is there already. */
  boolean add(long id, int slot) {
    int place = place(id);
    if (entries[place] != 0) {
      return false;
    }
    entries[place] = ((long) hash(id) << Integer.SIZE) | slot;
    if (++count * ENTRIES_AN_ORDER > entries.length) {
      grow();
    }
    return true;
  }

  /** Takes an id out and returns its slot, or {@link OrderSlots#NONE}. */
  int remove(long id) {
    int place = place(id);
    int slot = (int) entries[place];
    if (slot != OrderSlots.NONE) {
      close(place);
      count--;
    }
    return slot;
  }

  void clear() {
    Arrays.fill(entries, 0);
    count = 0;
  }

  /** Place of an id's entry, or the empty place where it would go. */
  private int place(long id) {
    long[] table = entries;
    int mask = table.length - 1;
    int hash = hash(id);
    int place = hash >>> shift;
    long entry = table[place];
    while (entry != 0) {
      if ((int) (entry >>> Integer.SIZE) == hash && orders.id((int) entry) == id) {
        return place;
      }
      place = (place + 1) & mask;
      entry = table[place];
    }
    return place;
  }

  /** Empties a place and moves later entries of the same run back, so that none is lost. */
  private void close(int emptied) {
    long[] table = entries;
    int mask = table.length - 1;
    int hole = emptied;
    int place = (hole + 1) & mask;
    long entry = table[place];
    while (entry != 0) {
      int home = (int) (entry >>> Integer.SIZE) >>> shift;
      if (((place - home) & mask) >= ((place - hole) & mask)) {
        table[hole] = entry;
        hole = place;
      }
      place = (place + 1) & mask;
      entry = table[place];
    }
    table[hole] = 0;
  }

  private void grow() {
    if (entries.length == 1 << MAX_BITS) {
      throw new IllegalStateException("The book holds too many orders: " + count);
    }
    long[] old = entries;
    entries = new long[2 * old.length];
    shift--;
    int mask = entries.length - 1;
    for (long entry : old) {
      if (entry != 0) {
        int place = (int) (entry >>> Integer.SIZE) >>> shift;
        while (entries[place] != 0) {
          place = (place + 1) & mask;
        }
        entries[place] = entry;
      }
    }
  }

  /** Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4). */
  private static int hash(long id) {
    return (int) ((id * GOLDEN_GAMMA) >>> Integer.SIZE);
  }
}
