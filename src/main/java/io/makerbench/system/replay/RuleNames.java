package io.makerbench.system.replay;

import io.makerbench.book.Contract;
import io.makerbench.book.FeedLatencyConfig;
import io.makerbench.book.LatencyConfig;
import java.util.ArrayList;
import java.util.List;

/** Names the rules that the figures of a replay rest on: the fill rule, and what is not usual. */
final class RuleNames {
  private RuleNames() {}

  static String of(Terms terms, SimulatorConfig config) {
    FillRule rule = terms.fillRule();
    List<String> names = new ArrayList<>();
    names.add(rule == FillRule.PROBABILITY ? terms.queue().toString() : rule.toString());
    if (terms.impact() == Terms.Impact.KEPT) {
      names.add("own impact");
    }
    LatencyConfig.Model orders = config.orderLatency().model();
    if (orders != LatencyConfig.Model.CONSTANT) {
      names.add("order latency " + orders);
    }
    FeedLatencyConfig feed = config.feedLatency();
    if (feed.source() == FeedLatencyConfig.Source.MODEL) {
      names.add("feed latency " + feed.model().model());
    }
    if (!terms.contract().equals(Contract.SPOT)) {
      names.add(terms.contract().toString());
    }
    if (terms.minNotional() > 0) {
      names.add("orders of at least " + terms.minNotional());
    }
    if (config.funding().history() != null) {
      names.add("funding of a history");
    }
    return String.join(", ", names);
  }
}
