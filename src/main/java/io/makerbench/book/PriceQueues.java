package io.makerbench.book;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The queues of orders of one side, by key: 0 … {@link Integer#MAX_VALUE}, the best price smallest.
 * Queues lie in pages allocated where prices occur. Bits say which queues hold orders (words of a
 * page) and which pages (the directory's words), so the next queue is found by counting zeros.
 *
 * <p>A page is one array: total size and both ends of each queue, then the words.
 */
final class PriceQueues {
  private static final int PAGE_BITS = 9;
  private static final int PAGE_SIZE = 1 << PAGE_BITS;
  private static final int PAGE_MASK = PAGE_SIZE - 1;
  private static final int WORDS = 2 * PAGE_SIZE;
  private static final int END = WORDS + PAGE_SIZE / Long.SIZE;
  private static final int FIRST_PAGES = 64;

  private final OrderSlots orders;
  private long[] @Nullable [] pages = new long[0][];
  private long[] occupied = new long[0];
  private int firstPage;
  private int count;
  private int first;

  PriceQueues(OrderSlots orders) {
    this.orders = orders;
  }

  /** Number of queues that hold orders. */
  int count() {
    return count;
  }

  /** Smallest key with orders; undefined when there is none. */
  int first() {
    return first;
  }

  /** Sum of the sizes of a queue's orders. */
  long size(int key) {
    long[] page = page(key);
    return page == null ? 0 : page[at(key)];
  }

  /** Slot of the order that has waited longest, or {@link OrderSlots#NONE}. */
  int head(int key) {
    long[] page = page(key);
    return page == null ? OrderSlots.NONE : (int) (page[at(key) + 1] >>> Integer.SIZE);
  }

  /** Puts an order at the end of a queue. */
  void append(int key, int slot, long size) {
    long[] page = pageFor(key);
    int at = at(key);
    long ends = page[at + 1];
    if (ends == 0) {
      open(page, key);
      page[at + 1] = OrderSlots.pair(slot, slot);
      orders.link(slot, OrderSlots.NONE, OrderSlots.NONE);
    } else {
      int tail = (int) ends;
      orders.linkNext(tail, slot);
      orders.link(slot, tail, OrderSlots.NONE);
      page[at + 1] = OrderSlots.pair((int) (ends >>> Integer.SIZE), slot);
    }
    page[at] += size;
  }

  /** Takes an order out of a queue with the size it still has. */
  void remove(int key, int slot, long size) {
    long[] page = pageFor(key);
    int at = at(key);
    int previous = orders.previous(slot);
    int next = orders.next(slot);
    page[at] -= size;
    if ((previous | next) == OrderSlots.NONE) {
      page[at + 1] = 0;
      close(page, key);
    } else if (previous == OrderSlots.NONE) {
      orders.linkPrevious(next, OrderSlots.NONE);
      page[at + 1] = OrderSlots.pair(next, (int) page[at + 1]);
    } else if (next == OrderSlots.NONE) {
      orders.linkNext(previous, OrderSlots.NONE);
      page[at + 1] = OrderSlots.pair((int) (page[at + 1] >>> Integer.SIZE), previous);
    } else {
      orders.linkPrevious(next, previous);
      orders.linkNext(previous, next);
    }
  }

  /** Makes a queue's total smaller by what one of its orders lost. */
  void reduce(int key, long by) {
    pageFor(key)[at(key)] -= by;
  }

  private void open(long[] page, int key) {
    page[WORDS + word(key)] |= 1L << key;
    int index = (key >>> PAGE_BITS) - firstPage;
    occupied[index >>> 6] |= 1L << index;
    if (count++ == 0 || key < first) {
      first = key;
    }
  }

  private void close(long[] page, int key) {
    page[WORDS + word(key)] &= ~(1L << key);
    if (page[WORDS + word(key)] == 0 && firstFrom(page, 0) < 0) {
      int index = (key >>> PAGE_BITS) - firstPage;
      occupied[index >>> 6] &= ~(1L << index);
    }
    if (--count > 0 && key == first) {
      first = next(key);
    }
  }

  /** The smallest key with orders above this one; there must be one. */
  int next(int key) {
    int index = (key >>> PAGE_BITS) - firstPage;
    long[] page = pages[index];
    int found = page == null ? -1 : firstFrom(page, (key & PAGE_MASK) + 1);
    if (found >= 0) {
      return (key & ~PAGE_MASK) | found;
    }
    int nextIndex = nextOccupied(index + 1);
    long[] nextPage = pages[nextIndex];
    if (nextPage == null) {
      throw new IllegalStateException("An occupied page is missing.");
    }
    return ((firstPage + nextIndex) << PAGE_BITS) | firstFrom(nextPage, 0);
  }

  /** First place with orders in a page from this one on, or −1. */
  private static int firstFrom(long[] page, int place) {
    int word = WORDS + (place >>> 6);
    if (word == END) {
      return -1;
    }
    long bits = page[word] & (-1L << place);
    while (bits == 0) {
      if (++word == END) {
        return -1;
      }
      bits = page[word];
    }
    return ((word - WORDS) << 6) | Long.numberOfTrailingZeros(bits);
  }

  private int nextOccupied(int index) {
    int word = index >>> 6;
    long bits = word < occupied.length ? occupied[word] & (-1L << index) : 0;
    while (bits == 0) {
      bits = occupied[++word];
    }
    return (word << 6) | Long.numberOfTrailingZeros(bits);
  }

  void clear() {
    for (long[] page : pages) {
      if (page != null) {
        Arrays.fill(page, 0);
      }
    }
    Arrays.fill(occupied, 0);
    count = 0;
  }

  private static int at(int key) {
    return (key & PAGE_MASK) << 1;
  }

  private static int word(int key) {
    return (key & PAGE_MASK) >>> 6;
  }

  private long @Nullable [] page(int key) {
    int index = (key >>> PAGE_BITS) - firstPage;
    return index < 0 || index >= pages.length ? null : pages[index];
  }

  private long[] pageFor(int key) {
    long[] page = page(key);
    return page == null ? newPage(key >>> PAGE_BITS) : page;
  }

  private long[] newPage(int number) {
    if (number < firstPage || number >= firstPage + pages.length) {
      cover(number);
    }
    long[] page = new long[END];
    pages[number - firstPage] = page;
    return page;
  }

  /** Widens the directory to hold a page, keeping its start a multiple of 64. */
  private void cover(int number) {
    int from = number & -Long.SIZE;
    int to = from + FIRST_PAGES;
    if (pages.length > 0) {
      from = Math.min(from, firstPage);
      to = Math.max(to, firstPage + pages.length);
    }
    long[] @Nullable [] wider = new long[to - from][];
    long[] wide = new long[(to - from) / Long.SIZE];
    System.arraycopy(pages, 0, wider, pages.length == 0 ? 0 : firstPage - from, pages.length);
    if (pages.length > 0) {
      System.arraycopy(occupied, 0, wide, (firstPage - from) / Long.SIZE, occupied.length);
    }
    pages = wider;
    occupied = wide;
    firstPage = from;
  }
}
