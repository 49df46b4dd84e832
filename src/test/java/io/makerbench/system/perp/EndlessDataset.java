package io.makerbench.system.perp;

import io.makerbench.system.TradingSystem.Place;
import java.nio.file.Path;

/** Writes a dataset that takes long enough to be killed in the middle; for a test. */
final class EndlessDataset {
  private EndlessDataset() {}

  public static void main(String[] args) {
    PerpConfig config = PerpConfigs.of("{\"max_ticks\": 200}");
    Dataset.write(
        config,
        new Place(null, Path.of(".")),
        new DatasetJob(1_000_000, 2, 1, "heuristic", 0),
        Path.of(args[0]));
  }
}
