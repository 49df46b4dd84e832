package io.makerbench.system.analytic;

import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Market making in market models whose best quotes are known. */
public final class AnalyticSystem implements TradingSystem {
  @Override
  public String name() {
    return "analytic";
  }

  @Override
  public Class<? extends Record> configType() {
    return AnalyticConfig.class;
  }

  @Override
  public List<String> baselines() {
    return Baseline.names();
  }

  @Override
  public List<String> usualBaselines() {
    return List.of("avellaneda_stoikov", "symmetric", "do_nothing");
  }

  @Override
  public Market open(Record config, Place place, long seed, @Nullable String facts) {
    return new AnalyticMarket((AnalyticConfig) config);
  }
}
