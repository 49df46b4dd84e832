package io.makerbench.bench;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.learn.ppo.PpoConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings of PPO that say what differs from the defaults. */
final class PpoSettings {
  /** Where nothing is said, a training comes to no end. */
  private static final long ENDLESS = 1L << 50;

  private PpoSettings() {}

  static PpoConfig of(String json) {
    ObjectNode tree = (ObjectNode) new JsonMapper().readTree(json);
    tree.putIfAbsent("total_ticks", new LongNode(ENDLESS));
    return new ConfigReader(ConfigSchema.of(PpoConfig.class))
        .read(tree, PpoConfig.class, "benchmark");
  }
}
