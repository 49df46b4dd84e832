package io.makerbench.env;

import java.util.concurrent.RecursiveAction;

/**
 * Splits the copies of an environment into neighbouring ranges that threads work on together, step
 * after step without an allocation. Copies share nothing that changes, so the bytes are the same
 * for any number of threads.
 */
public final class CopyRanges {
  private final Range[] ranges;

  /** What is done to the copies {@code from} to {@code to}, exclusive. */
  public interface Work {
    void onCopies(int from, int to);
  }

  /**
   * @param leastCopies fewer copies than this are left to one thread: waking another costs more
   * @param threads most threads that work together
   */
  public CopyRanges(int copies, int leastCopies, int threads, Work work) {
    int count = Math.clamp(copies / leastCopies, 1, threads);
    ranges = new Range[count];
    for (int r = 0; r < count; r++) {
      int from = (int) ((long) copies * r / count);
      int to = (int) ((long) copies * (r + 1) / count);
      ranges[r] = new Range(from, to, work);
    }
  }

  /** Does the work on all copies and returns when it is done. */
  public void run() {
    for (int r = 1; r < ranges.length; r++) {
      ranges[r].reinitialize();
      ranges[r].fork();
    }
    ranges[0].compute();
    for (int r = 1; r < ranges.length; r++) {
      ranges[r].join();
    }
  }

  private static final class Range extends RecursiveAction {
    private static final long serialVersionUID = 1L;

    private final int from;
    private final int to;
    private final transient Work work;

    private Range(int from, int to, Work work) {
      this.from = from;
      this.to = to;
      this.work = work;
    }

    @Override
    protected void compute() {
      work.onCopies(from, to);
    }
  }
}
