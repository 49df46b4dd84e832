package io.makerbench.system.venues;

import io.makerbench.book.LatencyModel;
import io.makerbench.book.OrderLatency;
import io.makerbench.system.FundingPayments;
import io.makerbench.system.Latencies;
import io.makerbench.venue.VenueTerms;
import java.util.List;

/**
 * What all passages of an opened system have in common.
 *
 * @param latencies models of the markets' latencies, in their order
 * @param funding payments of the markets, in their order
 */
record VenueSetup(
    VenuesConfig config,
    List<MarketTerms> terms,
    List<Latencies> latencies,
    List<FundingPayments> funding,
    QuoteMenu menu) {
  /**
   * The rules of a market for one replay of it. Times that are drawn at random are the same in
   * every replay, so that all policies meet the same ones as long as they do the same.
   */
  VenueTerms rules(int market) {
    OrderLatency least = MarketTerms.leastLatency(config.markets().get(market));
    Latencies models = latencies.get(market);
    LatencyModel feed = models.modelsFeed() ? models.ofFeed(market) : null;
    LatencyModel orders = models.ofOrders(least, "market", market);
    return terms.get(market).venue().with(orders, feed);
  }
}
