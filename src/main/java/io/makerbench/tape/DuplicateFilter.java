package io.makerbench.tape;

import java.util.Arrays;

/**
 * Finds rows that repeat an earlier row of the same local time in every value. A level row repeats
 * only while its level still has that size: an update set, changed and set again is three updates.
 * Trades without an id are never taken for duplicates: equal ones may be real.
 *
 * <p>Rows are compared by a hash of 64 bits.
 */
final class DuplicateFilter {
  private static final int FIRST_SLOTS = 1024;
  private static final long MIXER = 0x9E3779B97F4A7C15L;

  private final Spool spool;
  private final RecordingType type;
  private final int keyWords;
  private long[] keys = new long[FIRST_SLOTS];
  private long[] values = new long[FIRST_SLOTS];
  private int[] stamps = new int[FIRST_SLOTS];
  private int stamp;
  private int used;
  private long time = Long.MIN_VALUE;

  DuplicateFilter(Spool spool, RecordingType type) {
    this.spool = spool;
    this.type = type;
    keyWords = type == RecordingType.INCREMENTAL_BOOK_L2 ? spool.width() - 1 : spool.width();
  }

  /** True when this row repeats one shown before. Rows come by ascending local time. */
  boolean repeats(long row) {
    long local = spool.word(row, Spool.LOCAL_TIME);
    if (local != time) {
      time = local;
      stamp++;
      used = 0;
    }
    if (type == RecordingType.TRADES && spool.word(row, TradesImport.ID) == 0) {
      return false;
    }
    long key = hash(row);
    long value = keyWords < spool.width() ? spool.word(row, keyWords) : 0;
    int slot = slotOf(key);
    if (stamps[slot] == stamp) {
      boolean same = values[slot] == value;
      values[slot] = value;
      return same;
    }
    fill(slot, key, value);
    return false;
  }

  private long hash(long row) {
    long hash = 0;
    for (int i = 0; i < keyWords; i++) {
      hash = (hash ^ spool.word(row, i)) * MIXER;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private int slotOf(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key >>> 20) & mask;
    while (stamps[slot] == stamp && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void fill(int slot, long key, long value) {
    keys[slot] = key;
    values[slot] = value;
    stamps[slot] = stamp;
    if (2 * ++used > keys.length) {
      widen();
    }
  }

  private void widen() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    int[] oldStamps = stamps;
    keys = new long[2 * oldKeys.length];
    values = new long[keys.length];
    stamps = new int[keys.length];
    Arrays.fill(stamps, stamp - 1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldStamps[i] == stamp) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
        stamps[slot] = stamp;
      }
    }
  }
}
