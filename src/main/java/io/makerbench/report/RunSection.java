package io.makerbench.report;

import io.makerbench.env.Episode;
import io.makerbench.evaluate.Better;
import io.makerbench.evaluate.Metric;
import io.makerbench.evaluate.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was run and how to run it again; the windows; what the metrics mean. */
final class RunSection {
  private static final long NS_PER_SECOND = 1_000_000_000L;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Evaluated evaluated;

  RunSection(Evaluated evaluated) {
    this.evaluated = evaluated;
  }

  void write(Page page) {
    ReportInput input = evaluated.input();
    page.section("run", "The run", "");
    page.table(List.of("Fact", "Value"), facts(input));
    page.markup().element("h3", "How to reproduce").element("pre", input.command());
    page.end();
    page.section("window-list", "Windows", "Times are UTC; PnL is realised, in quote currency.");
    page.table(windowHeads(), windows());
    page.end();
    page.section("definitions", "What the metrics mean", "");
    page.markup().open("div", "class", "words");
    page.table(List.of("Metric", "Unit", "Better", "Meaning"), definitions());
    page.markup().close();
    page.end();
    page.section("config", "Configuration", "Complete, with every default written out.");
    page.markup().element("pre", input.configJson().strip());
    page.end();
  }

  static Table facts(ReportInput input) {
    return new Table(
        List.of("fact", "value"),
        input.facts().entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList());
  }

  private List<String> windowHeads() {
    return Stream.concat(
            Stream.of("Window", "No.", "First tick", "Last tick", "Ticks"),
            evaluated.policies().stream())
        .toList();
  }

  private Table windows() {
    List<List<String>> rows =
        IntStream.range(0, evaluated.windows().size()).mapToObj(this::window).toList();
    return new Table(windowHeads(), rows);
  }

  private List<String> window(int index) {
    String window = evaluated.windows().get(index);
    Optional<Episode> episode =
        evaluated.policies().stream()
            .flatMap(policy -> evaluated.episode(policy, window).stream())
            .findFirst();
    Stream<String> facts =
        Stream.of(
            window,
            Integer.toString(index + 1),
            episode.map(e -> time(e.timeNs()[0])).orElse(Figures.UNDEFINED),
            episode.map(e -> time(e.timeNs()[e.ticks() - 1])).orElse(Figures.UNDEFINED),
            episode.map(e -> Figures.number(e.ticks())).orElse(Figures.UNDEFINED));
    Stream<String> profits =
        evaluated.policies().stream()
            .map(p -> Figures.signed(evaluated.value(p, window, Metric.REALISED_PNL)));
    return Stream.concat(facts, profits).toList();
  }

  private static String time(long ns) {
    return TIME.format(Instant.ofEpochSecond(ns / NS_PER_SECOND));
  }

  /** Name, unit, direction and meaning of every metric. */
  static Table definitions() {
    return new Table(
        List.of("metric", "unit", "better", "meaning"),
        Arrays.stream(Metric.values())
            .map(m -> List.of(m.label(), m.unit(), direction(m.better()), m.help()))
            .toList());
  }

  private static String direction(Better better) {
    return switch (better) {
      case HIGHER -> "higher";
      case LOWER -> "lower";
      case NONE -> "";
    };
  }
}
