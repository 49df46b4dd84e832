package io.makerbench.system.analytic;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.Json;

/** Configurations of the system, every key that is not given at its default. */
final class AnalyticConfigs {
  private AnalyticConfigs() {}

  static AnalyticConfig of(String json) {
    return new ConfigReader(ConfigSchema.of(AnalyticConfig.class))
        .read(Json.parse(json, "test"), AnalyticConfig.class, "test");
  }
}
