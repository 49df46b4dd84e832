package io.makerbench.experiment;

import com.sun.management.OperatingSystemMXBean;
import io.makerbench.learn.ComputeDevice;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the process takes of the machine, read once a second. A run that shares its process with the
 * window counts the window too. Where the system does not tell a figure it has no column.
 */
final class ProcessFigures {
  /** Columns of timing.csv it fills. */
  static final List<String> COLUMNS =
      List.of("heap_mib", "native_mib", "rss_mib", "cores_busy", "gpu_mib");

  private static final Logger LOG = LoggerFactory.getLogger(ProcessFigures.class);
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final double BYTES_A_MEBIBYTE = 1 << 20;
  private static final double KIBIBYTES_A_MEBIBYTE = 1 << 10;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final ComputeDevice device;
  private final boolean tellsStatus = Files.isReadable(STATUS);
  private long readAt = System.nanoTime();
  private long cpuNanos = system.getProcessCpuTime();

  ProcessFigures(ComputeDevice device) {
    this.device = device;
  }

  void put(Map<String, Double> row) {
    Runtime runtime = Runtime.getRuntime();
    row.put("heap_mib", (runtime.totalMemory() - runtime.freeMemory()) / BYTES_A_MEBIBYTE);
    if (tellsStatus) {
      putResident(row, runtime.totalMemory() / BYTES_A_MEBIBYTE);
    }
    long now = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    if (now > readAt && cpu >= cpuNanos) {
      row.put("cores_busy", (double) (cpu - cpuNanos) / (now - readAt));
    }
    readAt = now;
    cpuNanos = cpu;
    device.memoryInUse().ifPresent(bytes -> row.put("gpu_mib", bytes / BYTES_A_MEBIBYTE));
  }

  /**
   * Native memory is what is neither a file nor the heap: of libraries, threads and the compiler.
   */
  private void putResident(Map<String, Double> row, double heapMib) {
    try {
      double anonymous = 0;
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmRSS:")) {
          row.put("rss_mib", mebibytes(line));
        } else if (line.startsWith("RssAnon:")) {
          anonymous = mebibytes(line);
        }
      }
      row.put("native_mib", Math.max(0, anonymous - heapMib));
    } catch (IOException e) {
      LOG.debug("{} cannot be read.", STATUS, e);
    }
  }

  private static double mebibytes(String line) {
    return Double.parseDouble(line.replaceAll("\\D", "")) / KIBIBYTES_A_MEBIBYTE;
  }
}
