package io.makerbench.tape.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/**
 * Looks after a body that is being read: ends the reading when nobody wants it any more or when
 * nothing comes, both of which a blocked read would not notice.
 */
final class Watch implements AutoCloseable {
  private static final long LOOK_MILLIS = 100;

  private final InputStream body;
  private final LongPredicate goOn;
  private final long stallNanos;
  private final AtomicLong bytes;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean cancelled;
  private volatile boolean stalled;

  /**
   * Begins to look.
   *
   * @param bytes what is there already
   * @param goOn asked with what is there; false cancels
   */
  Watch(InputStream body, long bytes, Duration stall, LongPredicate goOn) {
    this.body = body;
    this.goOn = goOn;
    stallNanos = stall.toNanos();
    this.bytes = new AtomicLong(bytes);
    Thread.ofVirtual().name("watching a fetch").start(this::look);
  }

  /** Notes that more is there. */
  void came(long more) {
    bytes.addAndGet(more);
  }

  /** Whether the reading was ended because nobody wants it. */
  boolean cancelled() {
    return cancelled;
  }

  /** Whether it was ended because nothing came. */
  boolean stalled() {
    return stalled;
  }

  private void look() {
    long seen = bytes.get();
    long since = System.nanoTime();
    try {
      do {
        long now = bytes.get();
        if (now != seen) {
          seen = now;
          since = System.nanoTime();
        }
        cancelled = !goOn.test(now);
        stalled = System.nanoTime() - since > stallNanos;
      } while (!cancelled && !stalled && !done.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
      if (cancelled || stalled) {
        body.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // The reader meets the same error.
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
