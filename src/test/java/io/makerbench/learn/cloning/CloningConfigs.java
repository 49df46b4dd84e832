package io.makerbench.learn.cloning;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import tools.jackson.databind.json.JsonMapper;

/** Settings for tests, as JSON. */
final class CloningConfigs {
  private CloningConfigs() {}

  static CloningConfig of(String json) {
    return new ConfigReader(ConfigSchema.of(CloningConfig.class))
        .read(JsonMapper.shared().readTree(json), CloningConfig.class, "test");
  }
}
