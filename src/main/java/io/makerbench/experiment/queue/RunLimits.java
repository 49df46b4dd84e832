package io.makerbench.experiment.queue;

import com.sun.management.OperatingSystemMXBean;
import io.makerbench.config.InputException;
import java.lang.management.ManagementFactory;

/**
 * How much of the machine runs may take together. A run takes the cores of {@code
 * execution.threads}, one where that is 0, and {@code runMemoryMib} of memory, which is the heap
 * its worker process is given. One run may always work, whatever it takes.
 *
 * @param cores most cores of all runs at work; paused ones take none
 * @param memoryMib most memory of all runs at work, the paused ones among them, in MiB
 * @param runMemoryMib memory of one run, in MiB
 */
public record RunLimits(int cores, int memoryMib, int runMemoryMib) {
  /** Least heap a worker is given, in MiB; with less it could not load its libraries. */
  public static final int LEAST_RUN_MIB = 256;

  private static final double SHARE_OF_MEMORY = 0.8;
  private static final int BYTES_A_MEBIBYTE = 1 << 20;

  /**
   * Checks them.
   *
   * @throws InputException when one of them leaves no room for a run
   */
  public RunLimits {
    if (cores < 1) {
      throw new InputException("Runs need at least 1 core, not " + cores + ".");
    }
    if (runMemoryMib < LEAST_RUN_MIB) {
      throw new InputException(
          "A run needs at least %d MiB, not %d.".formatted(LEAST_RUN_MIB, runMemoryMib));
    }
    if (memoryMib < runMemoryMib) {
      throw new InputException(
          "All runs together may take %d MiB, which is less than the %d MiB of one."
              .formatted(memoryMib, runMemoryMib));
    }
  }

  /** Every core, four fifths of the memory, and for a run as much heap as this process may take. */
  public static RunLimits ofMachine() {
    int memory = (int) (SHARE_OF_MEMORY * installedMib());
    int heap = (int) (Runtime.getRuntime().maxMemory() / BYTES_A_MEBIBYTE);
    int run = Math.max(LEAST_RUN_MIB, heap);
    return new RunLimits(Runtime.getRuntime().availableProcessors(), Math.max(memory, run), run);
  }

  /** Memory of the machine, in MiB. */
  public static int installedMib() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return (int) (system.getTotalMemorySize() / BYTES_A_MEBIBYTE);
  }

  /**
   * Whether one more run may work.
   *
   * @param runs at work or paused
   * @param busyCores taken by those at work
   * @param cores the next one takes
   */
  boolean admit(int runs, int busyCores, int cores) {
    return runs == 0 || busyCores + cores <= this.cores && (runs + 1L) * runMemoryMib <= memoryMib;
  }
}
