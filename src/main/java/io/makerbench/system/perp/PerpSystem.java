package io.makerbench.system.perp;

import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Market making in perpetual contracts on several venues at once. */
public final class PerpSystem implements TradingSystem {
  @Override
  public String name() {
    return "perp";
  }

  @Override
  public Class<? extends Record> configType() {
    return PerpConfig.class;
  }

  @Override
  public List<String> baselines() {
    return Baseline.names();
  }

  @Override
  public List<String> usualBaselines() {
    return List.of("heuristic", "modulating", "do_nothing");
  }

  @Override
  public Market open(Record config, Place place, long seed, @Nullable String facts) {
    PerpConfig read = (PerpConfig) config;
    return new PerpMarket(read, Histories.read(read, place));
  }
}
