package io.makerbench.system.control;

import io.makerbench.system.Market;
import io.makerbench.system.TradingSystem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Problems of control that learners are checked on: not trading, but as a trading system. */
public final class ControlSystem implements TradingSystem {
  @Override
  public String name() {
    return "control";
  }

  @Override
  public Class<? extends Record> configType() {
    return ControlConfig.class;
  }

  @Override
  public List<String> baselines() {
    return ControlMarket.BASELINES;
  }

  @Override
  public List<String> usualBaselines() {
    return List.of("scripted", "random");
  }

  @Override
  public Market open(Record config, Place place, long seed, @Nullable String facts) {
    return new ControlMarket((ControlConfig) config);
  }
}
