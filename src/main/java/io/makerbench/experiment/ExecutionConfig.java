package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Key;
import io.makerbench.learn.Compute;
import io.makerbench.learn.ComputeDevice;
import io.makerbench.learn.NetworkEngine;
import io.makerbench.learn.watch.FindingKind;
import java.util.List;

/** How a run is carried out. */
public record ExecutionConfig(
    @Key(help = "auto, cpu, cuda or cuda:n.", fallback = "\"auto\"") String device,
    @Key(
            help =
                "What runs the networks: vector (the processor's vectors), torch (PyTorch, any"
                    + " device), or auto (vector on the processor, torch on a GPU).",
            fallback = "\"auto\"")
        NetworkEngine engine,
    @Key(
            help =
                "Most threads of the networks' arithmetic; 0 chooses: vector takes two for batches"
                    + " of 512 rows or more and one for others, the same bytes on any number; torch"
                    + " takes one for nets under 32,768 parameters and all cores for others, and"
                    + " its bytes depend on the number.",
            unit = "threads",
            fallback = "0",
            min = 0,
            max = 256)
        int threads,
    @Key(help = "Copies of the environment.", fallback = "1", min = 1, max = 65536) int copies,
    @Key(help = "Market ticks between checkpoints.", unit = "ticks", fallback = "50000", min = 100)
        long checkpointTicks,
    @Key(
            help =
                "Dangers that end a training, with its last checkpoint from before: diverged,"
                    + " exploding_loss, collapsed_policy, dead_gradients, dead_units,"
                    + " value_failure, never_trades.",
            fallback = "[]")
        List<String> stopOn) {
  public ExecutionConfig {
    stopOn = List.copyOf(stopOn);
    for (String name : stopOn) {
      if (!FindingKind.dangers().contains(name)) {
        throw new InputException(
            "stop_on names \"%s\"; allowed are %s."
                .formatted(name, String.join(", ", FindingKind.dangers())));
      }
    }
    if (!device.matches("auto|cpu|cuda(:\\d+)?")) {
      throw new InputException("device must be auto, cpu, cuda or cuda:n, not " + device + ".");
    }
  }

  /**
   * What runs the networks, and where.
   *
   * @throws InputException when the device is not there
   */
  public Compute compute() {
    return new Compute(engine, ComputeDevice.of(device), threads);
  }
}
