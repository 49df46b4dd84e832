package io.makerbench.system.perp;

import io.makerbench.system.perp.engine.Accounts;
import io.makerbench.system.perp.engine.Copies;
import io.makerbench.system.perp.engine.DrawnTerms;

/** Draws what is different in each episode. */
final class EpisodeDraw {
  private static final double BPS = 1e-4;

  /** Fees of the presets stand for venues of these. */
  private static final double USUAL_MAKER_BPS = 2;

  private static final double USUAL_TAKER_BPS = 5;
  private static final int TIME_BASE_MILLIS = 10_000;

  /** Draws of an episode, then three for each venue. */
  private enum Draw {
    MAKER,
    TAKER,
    REBATE,
    SPREAD_FACTOR,
    SPREAD_OFFSET,
    SLIPPAGE_LINEAR,
    SLIPPAGE_QUADRATIC,
    DEPTH,
    REFERENCE,
    ALPHA_SHORT,
    ALPHA_LONG,
    HIGH_VOLATILITY,
    POSITION,
    FAIR_VALUE
  }

  private static final int DRAWS = Draw.values().length;
  private static final int DRAWS_PER_VENUE = 3;

  private final PerpConfig config;
  private final Randomisation randomisation;
  private final Copies copies;
  private final Accounts accounts;
  private final MadeMarket market;
  private final Chance chance;

  EpisodeDraw(
      PerpConfig config, Copies copies, Accounts accounts, MadeMarket market, Chance chance) {
    this.config = config;
    this.copies = copies;
    this.accounts = accounts;
    this.market = market;
    this.chance = chance;
    randomisation = config.randomisation().randomisation();
  }

  /** Draws the terms and the market of a copy's next episode. */
  void begin(int copy, long seed) {
    chance.begin(copy, seed);
    fees(copy);
    engine(copy);
    books(copy);
    funding(copy);
    market.start[copy] = Math.floorMod(seed, TIME_BASE_MILLIS);
  }

  /** Gives a copy the position it begins with, once its first books are there. */
  void endow(int copy) {
    Double limit = config.initialPosition();
    Range range = limit == null ? randomisation.start().position() : Range.around(limit);
    double size = range.at(chance.atStart(copy, Draw.POSITION.ordinal()));
    accounts.endow(copy * config.venues().size(), size, copies.desks().fairValue[copy]);
  }

  private double draw(int copy, Range range, Draw draw) {
    return range.at(chance.atStart(copy, draw.ordinal()));
  }

  private void fees(int copy) {
    Randomisation.Fees fees = randomisation.fees();
    double rebate = draw(copy, fees.rebateBps(), Draw.REBATE);
    double maker = draw(copy, fees.makerBps(), Draw.MAKER) - rebate - USUAL_MAKER_BPS;
    double taker = draw(copy, fees.takerBps(), Draw.TAKER) - USUAL_TAKER_BPS;
    int count = config.venues().size();
    for (int v = 0; v < count; v++) {
      int i = copy * count + v;
      copies.drawn().makerFee[i] = BPS * (config.venues().get(v).makerBps() + maker);
      copies.drawn().takerFee[i] = BPS * (config.venues().get(v).takerBps() + taker);
    }
  }

  private void engine(int copy) {
    Randomisation.Books books = randomisation.books();
    Randomisation.Volatility volatility = randomisation.volatility();
    DrawnTerms drawn = copies.drawn();
    drawn.slippageLinear[copy] = draw(copy, books.slippageLinear(), Draw.SLIPPAGE_LINEAR);
    drawn.slippageQuadratic[copy] = draw(copy, books.slippageQuadratic(), Draw.SLIPPAGE_QUADRATIC);
    Double reference = config.volRef();
    drawn.referenceVolatility[copy] =
        reference == null ? draw(copy, volatility.reference(), Draw.REFERENCE) : reference;
    drawn.alphaShort[copy] = draw(copy, volatility.alphaShort(), Draw.ALPHA_SHORT);
    drawn.alphaLong[copy] = draw(copy, volatility.alphaLong(), Draw.ALPHA_LONG);
  }

  private void books(int copy) {
    Randomisation.Books books = randomisation.books();
    Randomisation.Volatility volatility = randomisation.volatility();
    market.spreadFactor[copy] = draw(copy, books.spreadFactor(), Draw.SPREAD_FACTOR);
    market.spreadOffset[copy] = draw(copy, books.spreadOffset(), Draw.SPREAD_OFFSET);
    market.depth[copy] = draw(copy, books.depth(), Draw.DEPTH);
    market.level[copy] = draw(copy, randomisation.start().fairValue(), Draw.FAIR_VALUE);
    boolean wild =
        chance.atStart(copy, Draw.HIGH_VOLATILITY.ordinal()) < volatility.highProbability();
    market.wildness[copy] = wild ? volatility.highFactor() : 1;
  }

  private void funding(int copy) {
    Randomisation.Funding funding = randomisation.funding();
    int count = config.venues().size();
    for (int v = 0; v < count; v++) {
      int n = DRAWS + v * DRAWS_PER_VENUE;
      double rate = funding.rate().at(chance.atStart(copy, n));
      if (chance.atStart(copy, n + 1) < funding.spikeProbability()) {
        rate += chance.atStart(copy, n + 2) < 0.5 ? -funding.spikeSize() : funding.spikeSize();
      }
      market.funding[copy * count + v] = rate;
    }
    int n = DRAWS + count * DRAWS_PER_VENUE;
    market.placeInHistory(copy, chance.atStart(copy, n), chance.atStart(copy, n + 1));
  }
}
