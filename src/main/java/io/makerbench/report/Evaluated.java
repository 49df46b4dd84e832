package io.makerbench.report;

import io.makerbench.env.Episode;
import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.MarketMetrics;
import io.makerbench.evaluate.Markouts;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Metrics;
import io.makerbench.evaluate.Pairing;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The evaluation of a report put in order: the agent first, then the other policies as their
 * metrics are listed; windows by their first tick, then by name.
 */
final class Evaluated {
  private final ReportInput input;
  private final List<String> policies;
  private final List<String> windows;
  private final Map<String, Markouts> markouts = new LinkedHashMap<>();

  Evaluated(ReportInput input) {
    this.input = input;
    policies =
        Stream.concat(
                Stream.of(input.agent()).filter(this::wasEvaluated),
                input.metrics().stream().map(Metrics::policy))
            .distinct()
            .toList();
    windows =
        input.metrics().stream()
            .map(Metrics::window)
            .distinct()
            .sorted(Comparator.comparingLong(this::start).thenComparing(Function.identity()))
            .toList();
    for (String policy : policies) {
      markouts.put(policy, Markouts.of(ofSingleMarkets(policy)));
    }
  }

  /** The episodes whose fills and mids are of one market. */
  List<Episode> ofSingleMarkets(String policy) {
    Set<String> parts =
        input.markets().stream().map(m -> m.metrics().window()).collect(Collectors.toSet());
    return parts.isEmpty()
        ? episodes(policy)
        : input.episodes().stream()
            .filter(e -> e.policy().equals(policy) && parts.contains(e.window()) && e.ticks() > 0)
            .toList();
  }

  /** Names of the markets a policy acted in at once; empty where there was one. */
  List<String> markets() {
    return input.markets().stream().map(MarketMetrics::market).distinct().toList();
  }

  /** Mean of a policy's metric in one market over the windows where it is defined. */
  double mean(String policy, String market, Metric metric) {
    return input.markets().stream()
        .filter(m -> m.market().equals(market) && m.metrics().policy().equals(policy))
        .mapToDouble(m -> m.metrics().value(metric))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  private boolean wasEvaluated(String policy) {
    return input.metrics().stream().anyMatch(m -> m.policy().equals(policy));
  }

  private long start(String window) {
    return input.episodes().stream()
        .filter(e -> e.window().equals(window) && e.ticks() > 0)
        .mapToLong(e -> e.timeNs()[0])
        .min()
        .orElse(Long.MAX_VALUE);
  }

  ReportInput input() {
    return input;
  }

  List<String> policies() {
    return policies;
  }

  List<String> windows() {
    return windows;
  }

  /** Class that gives a policy its colour; one that never trades is grey. */
  String style(String policy) {
    List<String> trading = policies.stream().filter(this::trades).toList();
    int index = trading.indexOf(policy);
    return index < 0 ? "idle" : "s" + index % PALETTE_SIZE;
  }

  /** Colours in the style sheet. */
  private static final int PALETTE_SIZE = 6;

  private boolean trades(String policy) {
    return mean(policy, Metric.FILLS) > 0;
  }

  Optional<Episode> episode(String policy, String window) {
    return input.episodes().stream()
        .filter(e -> e.policy().equals(policy) && e.window().equals(window) && e.ticks() > 0)
        .findFirst();
  }

  /** All episodes of a policy, in the order of the windows. */
  List<Episode> episodes(String policy) {
    return windows.stream().flatMap(window -> episode(policy, window).stream()).toList();
  }

  /** A policy's metric in a window; NaN where it is not known. */
  double value(String policy, String window, Metric metric) {
    return input.metrics().stream()
        .filter(m -> m.policy().equals(policy) && m.window().equals(window))
        .mapToDouble(m -> m.value(metric))
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Mean of a metric over the windows where it is defined. */
  double mean(String policy, Metric metric) {
    return windows.stream()
        .mapToDouble(window -> value(policy, window, metric))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  Markouts markouts(String policy) {
    return markouts.getOrDefault(policy, new Markouts(List.of()));
  }

  /** Comparisons of the agent with each baseline; empty without any. */
  List<Pairing> pairings() {
    Comparison comparison = input.comparison();
    return comparison == null ? List.of() : comparison.pairings();
  }

  /** Name of the fill rule that all figures rest on, or names where there are several. */
  String fillRule() {
    return input.metrics().stream()
        .map(Metrics::fillRule)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
