package io.makerbench.workbench.bench;

import java.util.function.Supplier;

/** Keeps one more core busy. */
final class BusyCore {
  private volatile boolean wanted = true;

  private BusyCore() {}

  /** Does something while another core has all it can do. */
  static <T> T during(Supplier<T> work) {
    BusyCore core = new BusyCore();
    Thread.ofPlatform().daemon().name("busy-core").start(core::work);
    try {
      return work.get();
    } finally {
      core.wanted = false;
    }
  }

  private void work() {
    while (wanted) {
      Thread.onSpinWait();
    }
  }
}
