package io.makerbench.tape;

import io.makerbench.random.RandomStream;

/** Log-normal sizes of generated orders, in lots. */
record OrderSize(double medianLots, RandomStream random) {
  private static final double DEVIATION_OF_LOG = 0.8;

  OrderSize(SyntheticConfig config, RandomStream random) {
    this(config.orderSize() / config.lotSize(), random);
  }

  long draw() {
    double factor = StrictMath.exp(DEVIATION_OF_LOG * random.nextGaussian());
    return Math.max(1, Math.round(medianLots * factor));
  }
}
