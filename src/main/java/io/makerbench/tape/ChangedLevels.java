package io.makerbench.tape;

import io.makerbench.book.Ladder;
import java.util.Arrays;

/** A book that remembers which of its levels were changed. */
final class ChangedLevels {
  final Ladder ladder = new Ladder();
  private long[] changed = new long[64];
  private int changes;

  /** Sets the size of a level in lots; 0 removes it. */
  void set(int side, int price, long size) {
    ladder.set(side, price, size);
    if (changes == changed.length) {
      changed = Arrays.copyOf(changed, 2 * changes);
    }
    changed[changes++] = (long) side << Integer.SIZE | price;
  }

  /** See {@link BookFlow#takeChanges}. */
  int take(long[][] into) {
    Arrays.sort(changed, 0, changes);
    int distinct = 0;
    for (int i = 0; i < changes; i++) {
      if (i == 0 || changed[i] != changed[i - 1]) {
        changed[distinct++] = changed[i];
      }
    }
    into[0] = changed;
    changes = 0;
    return distinct;
  }
}
