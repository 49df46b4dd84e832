package io.makerbench.system.venues;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.Json;
import io.makerbench.system.TradingSystem;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens venues for tests. */
final class MadeVenues {
  /** A generated linear market of a minute. */
  static final String LINEAR =
      """
      {"recording": {"dataset": "synthetic", "synthetic": {"seconds": 60}},
       "order_size": 0.02, "max_inventory": 0.05}\
      """;

  /** A generated inverse market of a minute with queues by probability and latencies drawn. */
  static final String INVERSE =
      """
      {"recording": {"dataset": "synthetic", "synthetic": {"seconds": 60, "volatility": 6}},
       "contract": {"kind": "inverse", "size": 100},
       "order_size": 0.02, "max_inventory": 0.05, "taker_cost_in_bps": 5,
       "fill_rule": "probability", "order_latency": {"model": "log-normal"},
       "feed_latency": {"source": "model"}}\
      """;

  private MadeVenues() {}

  /** Opens a configuration whose generated recordings are kept in a folder. */
  static VenuesMarket open(String json, Path tapes) {
    return open(json, null, tapes);
  }

  static VenuesMarket open(String json, @Nullable Path data, Path tapes) {
    ConfigReader reader = new ConfigReader(ConfigSchema.of(VenuesConfig.class));
    VenuesConfig config = reader.read(Json.parse(json, "test"), VenuesConfig.class, "test");
    TradingSystem.Place place = new TradingSystem.Place(data, tapes);
    return (VenuesMarket) new VenuesSystem().open(config, place, 3, null);
  }
}
