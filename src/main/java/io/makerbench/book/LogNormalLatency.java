package io.makerbench.book;

import io.makerbench.random.RandomStream;

/**
 * Latency with a least time and a log-normal rest: least + median·e^(σZ), Z standard normal and
 * drawn anew for every message.
 */
public final class LogNormalLatency implements LatencyModel {
  private final OrderLatency least;
  private final double median;
  private final double sigma;
  private final RandomStream random;

  /**
   * @param least times that nothing undercuts
   * @param median median of what comes on top, ns
   * @param sigma standard deviation of its logarithm
   * @param random drawn from, by this model alone
   */
  public LogNormalLatency(OrderLatency least, double median, double sigma, RandomStream random) {
    this.least = least;
    this.median = median;
    this.sigma = sigma;
    this.random = random;
  }

  @Override
  public long place(long sent) {
    return least.place() + rest();
  }

  @Override
  public long modify(long sent) {
    return least.modify() + rest();
  }

  @Override
  public long cancel(long sent) {
    return least.cancel() + rest();
  }

  @Override
  public long response(long left) {
    return least.response() + rest();
  }

  private long rest() {
    return Math.round(median * StrictMath.exp(sigma * random.nextGaussian()));
  }

  @Override
  public long[] state() {
    return random.state();
  }

  @Override
  public void restore(long[] state) {
    random.restore(state);
  }
}
