package io.makerbench.learn.ppo;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Settings of A2C for tests. */
final class A2cConfigs {
  private A2cConfigs() {}

  static A2cConfig defaults() {
    return read(JsonNodeFactory.instance.objectNode());
  }

  static A2cConfig identity() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("total_ticks", 12_000).put("lr", 2e-3).put("gamma", 0.4);
    return read(tree);
  }

  static A2cConfig endless() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("total_ticks", 60_000).put("lr", 2e-3).put("gamma", 0.9).put("n_steps", 10);
    return read(tree);
  }

  static A2cConfig of(int steps, double entropyWeight, int gruUnits) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("n_steps", steps).put("ent_coef", entropyWeight).put("gru_units", gruUnits);
    tree.putArray("hidden").add(12);
    return read(tree);
  }

  private static A2cConfig read(ObjectNode tree) {
    return new ConfigReader(ConfigSchema.of(A2cConfig.class)).read(tree, A2cConfig.class, "test");
  }
}
