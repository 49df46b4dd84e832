package io.makerbench.system.venues;

import io.makerbench.system.Market;
import io.makerbench.system.RecordedTapes;
import io.makerbench.system.TradingSystem;
import io.makerbench.tape.Tape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Market making in one or several recorded markets, event by event on one clock. */
public final class VenuesSystem implements TradingSystem {
  static final String SYMMETRIC_L1 = "symmetric_l1";
  static final String REFERENCE_MAKER = "reference_maker";
  static final String DO_NOTHING = "do_nothing";
  static final List<String> BASELINES = List.of(SYMMETRIC_L1, REFERENCE_MAKER, DO_NOTHING);

  @Override
  public String name() {
    return "venue-replay";
  }

  @Override
  public Class<? extends Record> configType() {
    return VenuesConfig.class;
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
    VenuesConfig venues = (VenuesConfig) config;
    List<List<Tape>> tapes = new ArrayList<>();
    try {
      for (int m = 0; m < venues.markets().size(); m++) {
        tapes.add(tapes(venues, m, place, seed));
      }
      return new VenuesMarket(venues, tapes, place, seed);
    } catch (RuntimeException e) {
      tapes.forEach(market -> market.forEach(Tape::close));
      throw e;
    }
  }

  /** Generated recordings of several markets have a seed each. */
  private static List<Tape> tapes(VenuesConfig config, int market, Place place, long seed) {
    return RecordedTapes.open(
        "markets[" + market + "].recording",
        config.markets().get(market).recording(),
        config.stretches(),
        place,
        seed + market);
  }
}
