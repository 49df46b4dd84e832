package io.makerbench.system.perp;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import tools.jackson.databind.json.JsonMapper;

/** Configurations for tests. */
final class PerpConfigs {
  private PerpConfigs() {}

  /** The usual configuration but for keys given as JSON. */
  static PerpConfig of(String json) {
    return new ConfigReader(ConfigSchema.of(PerpConfig.class))
        .read(JsonMapper.shared().readTree(json), PerpConfig.class, "test");
  }
}
