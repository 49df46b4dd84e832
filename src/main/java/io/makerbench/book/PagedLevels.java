package io.makerbench.book;

import java.util.Arrays;

/**
 * Sizes by key (0 … {@link Integer#MAX_VALUE} − 1), in pages of one pool that are taken where keys
 * occur. A bit a key says which levels are there, so the next level is found by counting zeros. An
 * update of a known page decides nothing by the old size: what is mostly unpredictable is computed,
 * not branched on.
 */
final class PagedLevels {
  /** {@link #first} of no levels: above every key. */
  static final int NONE = Integer.MAX_VALUE;

  private static final int PAGE_BITS = 10;
  private static final int PAGE_SIZE = 1 << PAGE_BITS;
  private static final int PAGE_MASK = PAGE_SIZE - 1;
  private static final int WORDS_A_PAGE = PAGE_SIZE / Long.SIZE;
  private static final int FIRST_PAGES = 8;

  /** Where the pages begin in the pool, from the page numbered {@link #firstPage} on; −1: none. */
  private int[] starts = new int[0];

  /** A bit for every page there is. */
  private long[] there = new long[0];

  private int firstPage;
  private long[] sizes = new long[FIRST_PAGES * PAGE_SIZE];
  private long[] words = new long[FIRST_PAGES * WORDS_A_PAGE];
  private int used;
  private int count;
  private int first = NONE;

  int count() {
    return count;
  }

  /** Smallest key, or {@link #NONE}. */
  int first() {
    return first;
  }

  long get(int key) {
    int index = (key >>> PAGE_BITS) - firstPage;
    int start = index < 0 || index >= starts.length ? -1 : starts[index];
    return start < 0 ? 0 : sizes[start + (key & PAGE_MASK)];
  }

  /** Sets a size, not negative; returns the one before. */
  long set(int key, long size) {
    int index = (key >>> PAGE_BITS) - firstPage;
    int start = index < 0 || index >= starts.length ? -1 : starts[index];
    if (start < 0) {
      if (size == 0) {
        return 0;
      }
      start = takePage(key >>> PAGE_BITS);
    }
    return setAt(start + (key & PAGE_MASK), key, size);
  }

  /** Where a key's size lies in the pool, for as long as there is a pool; takes a page for it. */
  int place(int key) {
    int index = (key >>> PAGE_BITS) - firstPage;
    int start = index < 0 || index >= starts.length ? -1 : starts[index];
    return (start < 0 ? takePage(key >>> PAGE_BITS) : start) + (key & PAGE_MASK);
  }

  /** Number of places in the pool: larger than any {@link #place} so far. */
  int places() {
    return sizes.length;
  }

  /** Changes the size at a place where there is a level before and after. */
  void changeAt(int place, long by) {
    sizes[place] += by;
  }

  /** {@link #set} of a key whose place is known. */
  long setAt(int at, int key, long size) {
    long before = sizes[at];
    sizes[at] = size;
    long word = words[at >>> 6];
    long bit = 1L << at;
    words[at >>> 6] = size == 0 ? word & ~bit : word | bit;
    count += Long.signum(size) - Long.signum(before);
    if (key <= first) {
      first = size > 0 ? key : key == first ? next(key) : first;
    }
    return before;
  }

  /** The smallest key above this one, or {@link #NONE}. */
  int next(int key) {
    int index = (key >>> PAGE_BITS) - firstPage;
    int place = (key & PAGE_MASK) + 1;
    int found = place < PAGE_SIZE ? firstFrom(starts[index], place) : -1;
    while (found < 0) {
      index = nextPage(index + 1);
      if (index < 0) {
        return NONE;
      }
      found = firstFrom(starts[index], 0);
    }
    return ((firstPage + index) << PAGE_BITS) | found;
  }

  private int firstFrom(int start, int place) {
    int word = (start + place) >>> 6;
    int end = (start + PAGE_SIZE) >>> 6;
    long bits = words[word] & (-1L << place);
    while (bits == 0 && ++word < end) {
      bits = words[word];
    }
    return bits == 0 ? -1 : (word << 6) - start + Long.numberOfTrailingZeros(bits);
  }

  private int nextPage(int index) {
    int word = index >>> 6;
    if (word >= there.length) {
      return -1;
    }
    long bits = there[word] & (-1L << index);
    while (bits == 0 && ++word < there.length) {
      bits = there[word];
    }
    return bits == 0 ? -1 : (word << 6) + Long.numberOfTrailingZeros(bits);
  }

  void clear() {
    Arrays.fill(sizes, 0, used * PAGE_SIZE, 0);
    Arrays.fill(words, 0, used * WORDS_A_PAGE, 0);
    count = 0;
    first = NONE;
  }

  private int takePage(int number) {
    if (number < firstPage || number >= firstPage + starts.length) {
      cover(number);
    }
    if (used * PAGE_SIZE == sizes.length) {
      sizes = Arrays.copyOf(sizes, 2 * sizes.length);
      words = Arrays.copyOf(words, 2 * words.length);
    }
    int index = number - firstPage;
    starts[index] = used++ * PAGE_SIZE;
    there[index >>> 6] |= 1L << index;
    return starts[index];
  }

  /** Widens the directory to hold a page, keeping its start a multiple of 64. */
  private void cover(int number) {
    int from = number & -Long.SIZE;
    int to = from + Long.SIZE;
    if (starts.length > 0) {
      from = Math.min(from, firstPage);
      to = Math.max(to, firstPage + starts.length);
    }
    int[] wider = new int[to - from];
    Arrays.fill(wider, -1);
    long[] wide = new long[(to - from) / Long.SIZE];
    System.arraycopy(starts, 0, wider, starts.length == 0 ? 0 : firstPage - from, starts.length);
    System.arraycopy(
        there, 0, wide, starts.length == 0 ? 0 : (firstPage - from) / Long.SIZE, there.length);
    starts = wider;
    there = wide;
    firstPage = from;
  }
}
