package io.makerbench.system.replay;

import io.makerbench.system.Market;
import io.makerbench.system.RecordedTapes;
import io.makerbench.system.TradingSystem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Market making on recorded limit order books. */
public final class ReplaySystem implements TradingSystem {
  static final String SYMMETRIC_L1 = "symmetric_l1";
  static final String DO_NOTHING = "do_nothing";
  static final List<String> BASELINES = List.of(SYMMETRIC_L1, DO_NOTHING);

  @Override
  public String name() {
    return "lob-replay";
  }

  @Override
  public Class<? extends Record> configType() {
    return ReplayConfig.class;
  }

  @Override
  public List<String> baselines() {
    return BASELINES;
  }

  @Override
  public List<String> usualBaselines() {
    return List.of(SYMMETRIC_L1, DO_NOTHING);
  }

  @Override
  public Market open(Record config, Place place, long seed, @Nullable String facts) {
    ReplayConfig replay = (ReplayConfig) config;
    RecordingConfig recording = replay.recording();
    return new ReplayMarket(
        replay,
        RecordedTapes.open("recording", recording.source(), recording.stretches(), place, seed),
        place,
        seed,
        facts);
  }
}
