package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Key;

/** How a run is carried out. */
public record ExecutionConfig(
    @Key(help = "auto, cpu, cuda or cuda:n.", fallback = "\"auto\"") String device,
    @Key(help = "Threads of the networks' arithmetic.", fallback = "1", min = 1, max = 256)
        int threads,
    @Key(help = "Copies of the environment.", fallback = "1", min = 1, max = 65536) int copies,
    @Key(help = "Market ticks between checkpoints.", unit = "ticks", fallback = "50000", min = 100)
        long checkpointTicks) {
  public ExecutionConfig {
    if (!device.matches("auto|cpu|cuda(:\\d+)?")) {
      throw new InputException("device must be auto, cpu, cuda or cuda:n, not " + device + ".");
    }
  }
}
