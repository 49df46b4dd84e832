package io.makerbench.system.replay;

import io.makerbench.tape.BookStates;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What own orders took from the recorded book. It stays taken until the recording shows another
 * size of the level than it did when the order took; a level out of sight shows none.
 */
final class OwnImpact {
  private static final int FIRST_CAPACITY = 8;

  private int[] sign = new int[FIRST_CAPACITY];
  private int[] price = new int[FIRST_CAPACITY];
  private long[] taken = new long[FIRST_CAPACITY];
  private long[] shown = new long[FIRST_CAPACITY];
  private int count;

  void clear() {
    count = 0;
  }

  /** Forgets what was taken of levels that a new state of the book shows anew. */
  void see(BookStates states, long row) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      double size = LevelSize.at(states, row, sign[i], price[i]);
      if (size == shown[i] || Double.isInfinite(size)) {
        move(i, kept++);
      }
    }
    count = kept;
  }

  private void move(int from, int to) {
    sign[to] = sign[from];
    price[to] = price[from];
    taken[to] = taken[from];
    shown[to] = shown[from];
  }

  /** Lots taken of a level; {@code side} is +1 for bids, −1 for asks. */
  long taken(int side, int at) {
    int place = find(side, at);
    return place < 0 ? 0 : taken[place];
  }

  /** Takes lots of a level that shows {@code size}. */
  void take(int side, int at, long lots, long size) {
    int place = find(side, at);
    if (place < 0) {
      place = add(side, at);
    }
    taken[place] += lots;
    shown[place] = size;
  }

  private int find(int side, int at) {
    for (int i = 0; i < count; i++) {
      if (sign[i] == side && price[i] == at) {
        return i;
      }
    }
    return -1;
  }

  private int add(int side, int at) {
    if (count == price.length) {
      sign = Arrays.copyOf(sign, 2 * count);
      price = Arrays.copyOf(price, 2 * count);
      taken = Arrays.copyOf(taken, 2 * count);
      shown = Arrays.copyOf(shown, 2 * count);
    }
    sign[count] = side;
    price[count] = at;
    taken[count] = 0;
    return count++;
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(count);
    for (int i = 0; i < count; i++) {
      out.writeInt(sign[i]);
      out.writeInt(price[i]);
      out.writeLong(taken[i]);
      out.writeLong(shown[i]);
    }
  }

  void restore(DataInput in) throws IOException {
    count = 0;
    int saved = in.readInt();
    for (int i = 0; i < saved; i++) {
      int side = in.readInt();
      int at = in.readInt();
      take(side, at, in.readLong(), in.readLong());
    }
  }
}
