package io.makerbench.learn.ppo;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Settings for tests, by their keys. */
final class PpoConfigs {
  private final ObjectNode tree = JsonNodeFactory.instance.objectNode();

  static PpoConfig defaults() {
    return new PpoConfigs().build();
  }

  PpoConfigs put(String key, Object value) {
    switch (value) {
      case Integer number -> tree.put(key, number);
      case Double number -> tree.put(key, number);
      case Boolean flag -> tree.put(key, flag);
      case String text -> tree.put(key, text);
      case int[] numbers -> {
        var array = tree.putArray(key);
        for (int number : numbers) {
          array.add(number);
        }
      }
      default -> throw new IllegalArgumentException(key + " " + value);
    }
    return this;
  }

  PpoConfig build() {
    return new ConfigReader(ConfigSchema.of(PpoConfig.class)).read(tree, PpoConfig.class, "test");
  }
}
