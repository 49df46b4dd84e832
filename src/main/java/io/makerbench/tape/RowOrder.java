package io.makerbench.tape;

/**
 * Visits the rows of a spool by ascending local time; rows of equal times stay in the order they
 * were read in. Ascending runs are merged through a heap, so memory grows with the number of
 * disorders, not of rows.
 */
final class RowOrder {
  private final Spool spool;
  private final long[] next;
  private final long[] end;
  private final int[] heap;
  private int heapSize;

  RowOrder(Spool spool) {
    this.spool = spool;
    long[] runs = spool.runs();
    next = runs;
    end = new long[runs.length];
    heap = new int[runs.length];
    for (int run = 0; run < runs.length; run++) {
      end[run] = run + 1 < runs.length ? runs[run + 1] : spool.rows();
      if (next[run] < end[run]) {
        heap[heapSize++] = run;
      }
    }
    for (int i = heapSize / 2 - 1; i >= 0; i--) {
      sink(i);
    }
  }

  /** The next row, or −1 when there is none. */
  long next() {
    if (heapSize == 0) {
      return -1;
    }
    int run = heap[0];
    long row = next[run]++;
    if (next[run] == end[run]) {
      heap[0] = heap[--heapSize];
    }
    if (heapSize > 1) {
      sink(0);
    }
    return row;
  }

  private void sink(int from) {
    int place = from;
    int moved = heap[place];
    while (2 * place + 1 < heapSize) {
      int child = 2 * place + 1;
      if (child + 1 < heapSize && before(heap[child + 1], heap[child])) {
        child++;
      }
      if (!before(heap[child], moved)) {
        break;
      }
      heap[place] = heap[child];
      place = child;
    }
    heap[place] = moved;
  }

  private boolean before(int run, int other) {
    long time = spool.word(next[run], Spool.LOCAL_TIME);
    long otherTime = spool.word(next[other], Spool.LOCAL_TIME);
    return time < otherTime || (time == otherTime && run < other);
  }
}
