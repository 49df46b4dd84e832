package io.makerbench.workbench.perp;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.env.Episode;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import io.makerbench.system.perp.DeskHistory;
import io.makerbench.system.perp.PerpConfig;
import io.makerbench.system.perp.PerpSystem;
import java.nio.file.Path;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Episodes of a desk for tests, each the first window of a configuration. */
final class MadeDesk {
  private MadeDesk() {}

  /** What a baseline does under the usual configuration but for keys given as JSON. */
  static DeskHistory of(String json, String baseline) {
    return of(json, market -> market.baseline(baseline));
  }

  static DeskHistory of(String json, Function<Market, Policy> policy) {
    PerpConfig config =
        new ConfigReader(ConfigSchema.of(PerpConfig.class))
            .read(JsonMapper.shared().readTree(json), PerpConfig.class, "test");
    TradingSystem.Place nowhere = new TradingSystem.Place(null, Path.of("unused"));
    try (Market market = new PerpSystem().open(config, nowhere, 1, null)) {
      Episode episode = market.run(policy.apply(market), market.evaluationWindows().getFirst());
      return DeskHistory.of(config, episode).orElseThrow();
    }
  }
}
