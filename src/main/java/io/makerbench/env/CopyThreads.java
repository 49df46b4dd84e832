package io.makerbench.env;

import java.util.concurrent.RecursiveAction;

/**
 * Does the same work on all copies of an environment, neighbouring copies by one thread, again and
 * again without an allocation. What a copy comes to must not depend on the others.
 */
public final class CopyThreads {
  private final Work work;
  private final Part[] parts;

  /** Work on the copies from {@code from} to before {@code to}. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void on(int from, int to);
  }

  /**
   * Splits copies up.
   *
   * @param leastCopies fewer copies than this are not worth waking a thread for
   * @param threads most threads
   */
  public CopyThreads(int copies, int leastCopies, int threads, Work work) {
    this.work = work;
    parts = new Part[Math.clamp(copies / leastCopies, 1, threads)];
    for (int p = 0; p < parts.length; p++) {
      int from = (int) ((long) copies * p / parts.length);
      int to = (int) ((long) copies * (p + 1) / parts.length);
      parts[p] = new Part(from, to);
    }
  }

  /** Does the work once on every copy; the caller takes its share. */
  public void run() {
    for (int p = 1; p < parts.length; p++) {
      parts[p].reinitialize();
      parts[p].fork();
    }
    work.on(parts[0].from, parts[0].to);
    for (int p = 1; p < parts.length; p++) {
      parts[p].join();
    }
  }

  private final class Part extends RecursiveAction {
    private static final long serialVersionUID = 1L;

    private final int from;
    private final int to;

    private Part(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected void compute() {
      work.on(from, to);
    }
  }
}
