package io.makerbench.system;

import io.makerbench.book.FeedLatencyConfig;
import io.makerbench.book.LatencyConfig;
import io.makerbench.book.LatencyModel;
import io.makerbench.book.LogNormalLatency;
import io.makerbench.book.OrderLatency;
import io.makerbench.book.RecordedLatency;
import io.makerbench.config.InputException;
import io.makerbench.random.RandomStream;
import io.makerbench.system.TradingSystem.Place;
import io.makerbench.tape.LatencyFile;
import org.jspecify.annotations.Nullable;

/** Makes the latency models a configuration names; recorded ones are read once. */
public final class Latencies {
  private static final double NS_PER_MICRO = 1000;

  private final LatencyConfig orders;
  private final FeedLatencyConfig feed;
  private final long seed;
  private final @Nullable RecordedLatency recordedOrders;
  private final @Nullable RecordedLatency recordedFeed;

  /**
   * @param section where the configuration holds both, for messages
   * @throws InputException when a file is missing or wrong
   */
  public Latencies(
      String section, LatencyConfig orders, FeedLatencyConfig feed, Place place, long seed) {
    this.orders = orders;
    this.feed = feed;
    this.seed = seed;
    recordedOrders = recorded(orders, section + ".order_latency", place);
    recordedFeed =
        feed.source() == FeedLatencyConfig.Source.MODEL
            ? recorded(feed.model(), section + ".feed_latency.model", place)
            : null;
  }

  private static @Nullable RecordedLatency recorded(
      LatencyConfig config, String section, Place place) {
    if (config.model() != LatencyConfig.Model.RECORDED) {
      return null;
    }
    String file = config.file();
    if (file == null) {
      throw new InputException(
          section + ".file must name the file of recorded requests where model is recorded.");
    }
    return LatencyFile.read(DataFiles.find(file, place));
  }

  /** How long the requests of one copy travel; {@code purpose} keeps its draws apart. */
  public LatencyModel ofOrders(OrderLatency least, String purpose, int copy) {
    return model(orders, recordedOrders, least, "order latency " + purpose, copy);
  }

  /** How long the market data of one tape travel; only where {@link #modelsFeed}. */
  public LatencyModel ofFeed(int tape) {
    long least = Math.round(feed.micros() * NS_PER_MICRO);
    OrderLatency times = new OrderLatency(least, least, least, least);
    return model(feed.model(), recordedFeed, times, "feed latency", tape);
  }

  /** True where the recorded receiver's times are not those to go by. */
  public boolean modelsFeed() {
    return feed.source() == FeedLatencyConfig.Source.MODEL;
  }

  private LatencyModel model(
      LatencyConfig config,
      @Nullable RecordedLatency recorded,
      OrderLatency least,
      String purpose,
      int copy) {
    if (recorded != null) {
      return recorded;
    }
    return config.model() == LatencyConfig.Model.CONSTANT
        ? least
        : new LogNormalLatency(
            least,
            config.extraMedianMicros() * NS_PER_MICRO,
            config.extraSigma(),
            RandomStream.named(seed, purpose, copy));
  }
}
