package io.makerbench.system;

import io.makerbench.book.Contract;
import io.makerbench.book.FeedLatencyConfig;
import io.makerbench.book.LatencyConfig;
import java.util.ArrayList;
import java.util.List;

/** Names the rules that figures rest on: the fill rule, and what is not usual beside it. */
public final class RuleNames {
  /** Own orders use up the recorded book. */
  public static final String OWN_IMPACT = "own impact";

  private final List<String> names = new ArrayList<>();

  public RuleNames(String fillRule) {
    names.add(fillRule);
  }

  /** A rule by name. */
  public RuleNames add(String name) {
    names.add(name);
    return this;
  }

  /** Latencies that vary or are not the recording's. */
  public RuleNames latency(LatencyConfig orders, FeedLatencyConfig feed) {
    if (orders.model() != LatencyConfig.Model.CONSTANT) {
      names.add("order latency " + orders.model());
    }
    if (feed.source() == FeedLatencyConfig.Source.MODEL) {
      names.add("feed latency " + feed.model().model());
    }
    return this;
  }

  /** What is traded, and least values of orders. */
  public RuleNames orders(Contract contract, double minNotional) {
    if (!contract.equals(Contract.SPOT)) {
      names.add(contract.toString());
    }
    if (minNotional > 0) {
      names.add("orders of at least " + minNotional);
    }
    return this;
  }

  /** Funding that is not the recording's. */
  public RuleNames funding(FundingConfig config) {
    if (config.history() != null) {
      names.add("funding of a history");
    }
    return this;
  }

  /** All of them, the fill rule first. */
  @Override
  public String toString() {
    return String.join(", ", names);
  }
}
