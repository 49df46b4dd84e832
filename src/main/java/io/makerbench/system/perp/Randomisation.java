package io.makerbench.system.perp;

/**
 * What differs from episode to episode. Ticks are steps; probabilities of stale, disabled and thin
 * books are for a step of a venue, the others for an episode.
 */
record Randomisation(
    Fees fees, Books books, Funding funding, Volatility volatility, Events events, Start start) {

  /** Fees in bps of the money traded. */
  record Fees(Range makerBps, Range takerBps, Range rebateBps) {}

  /** Shape of the books: spreads and offsets in USD, depth in USD, slippage in USD per size. */
  record Books(
      Range spreadFactor,
      Range spreadOffset,
      Range slippageLinear,
      Range slippageQuadratic,
      Range depth) {}

  /** Rates over eight hours. */
  record Funding(Range rate, double spikeProbability, double spikeSize) {}

  /** How volatility is measured, and how often the market is wilder. */
  record Volatility(
      Range reference,
      Range alphaShort,
      Range alphaLong,
      double highProbability,
      double highFactor) {}

  /** What befalls a venue. */
  record Events(
      double staleProbability,
      Range staleTicks,
      double disableProbability,
      Range disableTicks,
      double thinProbability,
      double thinFactor) {}

  /** Where an episode begins: position in base currency, fair value in USD. */
  record Start(Range position, Range fairValue) {}
}
