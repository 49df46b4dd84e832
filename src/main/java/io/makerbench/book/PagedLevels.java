package io.makerbench.book;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sizes by key (0 … {@link Integer#MAX_VALUE}), in pages allocated on demand. Three layers of bits
 * say which levels are there: words of a page, the page's summary, and the occupied pages; the next
 * level is found by counting zeros.
 */
final class PagedLevels {
  private static final int PAGE_BITS = 12;
  private static final int PAGE_SIZE = 1 << PAGE_BITS;
  private static final int PAGE_MASK = PAGE_SIZE - 1;
  private static final int FIRST_PAGES = 64;

  /**
   * Levels of one page; {@code words} has a bit for every level, {@code summary} for every word.
   */
  private static final class Page {
    final long[] sizes = new long[PAGE_SIZE];
    final long[] words = new long[PAGE_SIZE / Long.SIZE];
    long summary;
  }

  private @Nullable Page[] pages = new Page[0];
  private long[] occupied = new long[0];
  private int firstPage;
  private int count;
  private int first;

  int count() {
    return count;
  }

  /** Smallest key; undefined when there is no level. */
  int first() {
    return first;
  }

  long get(int key) {
    int index = (key >>> PAGE_BITS) - firstPage;
    Page page = index < 0 || index >= pages.length ? null : pages[index];
    return page == null ? 0 : page.sizes[key & PAGE_MASK];
  }

  void set(int key, long size) {
    if (size > 0) {
      put(key, size);
    } else {
      remove(key);
    }
  }

  private void put(int key, long size) {
    Page page = pageFor(key);
    int place = key & PAGE_MASK;
    if (page.sizes[place] == 0) {
      page.words[place >>> 6] |= 1L << place;
      page.summary |= 1L << (place >>> 6);
      mark(key >>> PAGE_BITS);
      if (count++ == 0 || key < first) {
        first = key;
      }
    }
    page.sizes[place] = size;
  }

  private void remove(int key) {
    if (get(key) == 0) {
      return;
    }
    Page page = pageFor(key);
    int place = key & PAGE_MASK;
    page.sizes[place] = 0;
    page.words[place >>> 6] &= ~(1L << place);
    if (page.words[place >>> 6] == 0) {
      page.summary &= ~(1L << (place >>> 6));
      if (page.summary == 0) {
        int index = (key >>> PAGE_BITS) - firstPage;
        occupied[index >>> 6] &= ~(1L << index);
      }
    }
    if (--count > 0 && key == first) {
      first = next(key);
    }
  }

  /** The smallest key above this one; there must be one. */
  int next(int key) {
    int index = (key >>> PAGE_BITS) - firstPage;
    int place = (key & PAGE_MASK) + 1;
    Page page = pages[index];
    if (page != null && place < PAGE_SIZE) {
      int found = firstFrom(page, place);
      if (found >= 0) {
        return (key & ~PAGE_MASK) | found;
      }
    }
    int nextIndex = nextOccupied(index + 1);
    Page nextPage = pages[nextIndex];
    if (nextPage == null) {
      throw new IllegalStateException("An occupied page is missing.");
    }
    return ((firstPage + nextIndex) << PAGE_BITS) | firstFrom(nextPage, 0);
  }

  private static int firstFrom(Page page, int place) {
    int word = place >>> 6;
    long bits = page.words[word] & (-1L << place);
    if (bits == 0) {
      long later = word == Long.SIZE - 1 ? 0 : page.summary & (-1L << (word + 1));
      if (later == 0) {
        return -1;
      }
      word = Long.numberOfTrailingZeros(later);
      bits = page.words[word];
    }
    return (word << 6) | Long.numberOfTrailingZeros(bits);
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
    for (Page page : pages) {
      if (page != null && page.summary != 0) {
        Arrays.fill(page.sizes, 0);
        Arrays.fill(page.words, 0);
        page.summary = 0;
      }
    }
    Arrays.fill(occupied, 0);
    count = 0;
  }

  private void mark(int pageNumber) {
    int index = pageNumber - firstPage;
    occupied[index >>> 6] |= 1L << index;
  }

  private Page pageFor(int key) {
    int number = key >>> PAGE_BITS;
    if (number < firstPage || number >= firstPage + pages.length) {
      cover(number);
    }
    Page page = pages[number - firstPage];
    if (page == null) {
      page = new Page();
      pages[number - firstPage] = page;
    }
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
    @Nullable Page[] wider = new Page[to - from];
    long[] wide = new long[(to - from) / Long.SIZE];
    if (pages.length > 0) {
      System.arraycopy(pages, 0, wider, firstPage - from, pages.length);
      System.arraycopy(occupied, 0, wide, (firstPage - from) / Long.SIZE, occupied.length);
    }
    pages = wider;
    occupied = wide;
    firstPage = from;
  }
}
