package io.makerbench.experiment;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where a working thread asks what its user wants. Wishes come from any thread; the working thread
 * looks at the gate between two steps, which costs one volatile read.
 */
final class Gate {
  /** What the working thread should do. */
  enum Wish {
    GO_ON,
    CHECKPOINT,
    PAUSE,
    STOP
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile Wish wish = Wish.GO_ON;

  void ask(Wish newWish) {
    lock.lock();
    try {
      if (wish != Wish.STOP) {
        wish = newWish;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  Wish wish() {
    return wish;
  }

  /** Notes that a checkpoint that was asked for has been written. */
  void checkpointWritten() {
    lock.lock();
    try {
      if (wish == Wish.CHECKPOINT) {
        wish = Wish.GO_ON;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits while the wish is to pause. */
  void awaitGoOn() {
    lock.lock();
    try {
      while (wish == Wish.PAUSE) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
