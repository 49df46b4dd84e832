package io.makerbench.evaluate;

import io.makerbench.config.InputException;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.OrderFill;
import io.makerbench.env.Side;
import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The evaluation folder of a run:
 *
 * <pre>
 * series/&lt;policy&gt;/&lt;window&gt;.parquet  a row a tick
 * fills/&lt;policy&gt;/&lt;window&gt;.parquet   a row a fill
 * fills/&lt;policy&gt;/&lt;window&gt;.csv      the fills with their orders, of systems that follow orders
 * fills.csv                          the agent's, where it was judged on one window of one market
 * logs/&lt;policy&gt;/&lt;window&gt;.csv        the fills, for people
 * metrics.csv                        a row per policy and window
 * markets.csv                        the same for each of several markets, where there are several
 * comparison.json                    the paired statistics
 * </pre>
 *
 * Files appear whole, and the same evaluation gives the same bytes. What is read equals what was
 * written, to the last digit.
 */
public final class EvaluationStore {
  private static final List<String> LOG_COLUMNS =
      List.of(
          "timestamp",
          "mid",
          "cash",
          "inventory",
          "total_cost",
          "pnl",
          "drawdown",
          "max_drawdown",
          "side",
          "price",
          "qty",
          "best_bid",
          "best_ask");
  private static final String MARKETS = "markets.csv";
  private static final String CORRECTIONS = "corrections.csv";
  private static final List<String> MARKET_KEYS = List.of("market", "whole");
  private static final List<String> METRIC_KEYS = List.of("policy", "window", "fill_rule");

  private final Path folder;

  /** A store in a folder, which is made when something is written. */
  public EvaluationStore(Path folder) {
    this.folder = folder;
  }

  /** Writes the series and the fills of an episode. */
  public void write(Episode episode) {
    String policy = episode.policy();
    String window = episode.window();
    EpisodeFiles.fills(episode.fills()).write(file("fills", policy, window, ".parquet"));
    EpisodeFiles.series(episode).write(file("series", policy, window, ".parquet"));
  }

  /** Writes the log of an episode, a row a fill, for people. */
  public void writeLog(Episode episode) {
    WholeFile.write(file("logs", episode.policy(), episode.window(), ".csv"), log(episode).toCsv());
  }

  /**
   * The log of an episode with the columns of the published code: a row a fill, times in ns since
   * 1970 UTC.
   */
  public static Table log(Episode episode) {
    return new Table(LOG_COLUMNS, episode.fills().stream().map(EvaluationStore::logRow).toList());
  }

  private static List<String> logRow(Fill f) {
    return List.of(
        Long.toString(f.timeNs()),
        Double.toString(f.mid()),
        Double.toString(f.cash()),
        Double.toString(f.inventory()),
        Double.toString(f.totalCost()),
        Double.toString(f.pnl()),
        Double.toString(f.drawdown()),
        Double.toString(f.maxDrawdown()),
        f.side().name().toLowerCase(Locale.ROOT),
        Double.toString(f.price()),
        Double.toString(f.quantity()),
        Double.toString(f.bestBid()),
        Double.toString(f.bestAsk()));
  }

  /**
   * Writes executions with their orders: order number, side (Buy or Sell), price in ticks,
   * quantity, local time of the order's last request and exchange time of the execution, both in ns
   * since 1970 UTC. A row an execution, no header.
   */
  public void writeOrderFills(String policy, String window, List<OrderFill> fills) {
    WholeFile.write(file("fills", policy, window, ".csv"), orderFills(fills));
  }

  /** Writes those of an agent judged on one window of one market, as {@code fills.csv}. */
  public void writeOrderFills(List<OrderFill> fills) {
    WholeFile.write(folder.resolve("fills.csv"), orderFills(fills));
  }

  private static String orderFills(List<OrderFill> fills) {
    StringBuilder text = new StringBuilder();
    for (OrderFill fill : fills) {
      text.append(fill.order()).append(fill.side() == Side.BUY ? ",Buy," : ",Sell,");
      text.append(fill.price()).append(',').append(plain(fill.quantity())).append(',');
      text.append(fill.requestNs()).append(',').append(fill.timeNs()).append('\n');
    }
    return text.toString();
  }

  /** A number without exponent and trailing zeros. */
  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** Reads one episode. */
  public Episode episode(String policy, String window) {
    return EpisodeFiles.episode(
        ParquetTable.read(file("series", policy, window, ".parquet")),
        ParquetTable.read(file("fills", policy, window, ".parquet")));
  }

  /** Reads one episode without its further series, which may be many. */
  private Episode brief(String policy, String window) {
    return EpisodeFiles.episode(
        EpisodeFiles.withoutFurther(file("series", policy, window, ".parquet")),
        ParquetTable.read(file("fills", policy, window, ".parquet")));
  }

  /** Writes {@code corrections.csv}, replacing an older one. */
  public void writeCorrections(List<Corrections> corrections) {
    WholeFile.write(folder.resolve(CORRECTIONS), Corrections.table(corrections).toCsv());
  }

  /** Reads {@code corrections.csv}; empty when there is none. */
  public List<Corrections> corrections() {
    String origin = folder.resolve(CORRECTIONS).toString();
    return text(CORRECTIONS)
        .map(csv -> Corrections.read(Table.parse(csv, origin), origin))
        .orElse(List.of());
  }

  /**
   * Reads every episode, by policy and then by its first tick, without further series: those of an
   * evaluation together would not fit into memory.
   */
  public List<Episode> episodes() {
    List<Episode> episodes = new ArrayList<>();
    for (Path policy : children(folder.resolve("series"))) {
      children(policy).stream()
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".parquet") && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - ".parquet".length()))
          .map(window -> brief(policy.getFileName().toString(), window))
          .sorted(Comparator.comparingLong(e -> e.ticks() == 0 ? 0 : e.timeNs()[0]))
          .forEach(episodes::add);
    }
    return episodes;
  }

  private static List<Path> children(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(path)) {
      return found.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + path + " cannot be listed.", e);
    }
  }

  /** Writes {@code metrics.csv}, replacing an older one. */
  public void writeMetrics(List<Metrics> metrics) {
    WholeFile.write(folder.resolve("metrics.csv"), table(metrics).toCsv());
  }

  /** Metrics as a table: policy, window, fill_rule, and a column for every metric. */
  public static Table table(List<Metrics> metrics) {
    Stream<String> names = Arrays.stream(Metric.values()).map(Metric::column);
    return new Table(
        Stream.concat(METRIC_KEYS.stream(), names).toList(),
        metrics.stream().map(EvaluationStore::row).toList());
  }

  /** Writes {@code markets.csv}, replacing an older one. */
  public void writeMarkets(List<MarketMetrics> markets) {
    WholeFile.write(folder.resolve(MARKETS), marketTable(markets).toCsv());
  }

  /** Metrics by market as a table: market, whole, and the columns of {@link #table}. */
  public static Table marketTable(List<MarketMetrics> markets) {
    Table metrics = table(markets.stream().map(MarketMetrics::metrics).toList());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < markets.size(); i++) {
      MarketMetrics m = markets.get(i);
      rows.add(joined(List.of(m.market(), m.whole()), metrics.rows().get(i)));
    }
    return new Table(joined(MARKET_KEYS, metrics.columns()), rows);
  }

  private static List<String> joined(List<String> first, List<String> rest) {
    return Stream.concat(first.stream(), rest.stream()).toList();
  }

  /** Reads {@code markets.csv}; empty when there is none. */
  public List<MarketMetrics> markets() {
    return text(MARKETS).map(this::parseMarkets).orElse(List.of());
  }

  private List<MarketMetrics> parseMarkets(String csv) {
    Table table = Table.parse(csv, folder.resolve(MARKETS).toString());
    List<Metrics> metrics =
        parse(
            new Table(
                table.columns().subList(MARKET_KEYS.size(), table.columns().size()),
                table.rows().stream()
                    .map(row -> row.subList(MARKET_KEYS.size(), row.size()))
                    .toList()));
    return IntStream.range(0, metrics.size())
        .mapToObj(i -> {
          List<String> row = table.rows().get(i);
          return new MarketMetrics(row.get(0), row.get(1), metrics.get(i));
        })
        .toList();
  }

  private static List<String> row(Metrics m) {
    Stream<String> values =
        Arrays.stream(Metric.values()).map(metric -> Double.toString(m.value(metric)));
    return Stream.concat(Stream.of(m.policy(), m.window(), m.fillRule()), values).toList();
  }

  /** Reads {@code metrics.csv}; empty when there is none. */
  public List<Metrics> metrics() {
    return text("metrics.csv")
        .map(csv -> parse(Table.parse(csv, folder.resolve("metrics.csv").toString())))
        .orElse(List.of());
  }

  private List<Metrics> parse(Table table) {
    List<Metrics> result = new ArrayList<>();
    for (List<String> row : table.rows()) {
      Map<Metric, Double> values = new EnumMap<>(Metric.class);
      for (Metric metric : Metric.values()) {
        int column = table.columns().indexOf(metric.column());
        values.put(metric, column < 0 ? Double.NaN : number(row.get(column), metric.column()));
      }
      result.add(new Metrics(row.get(0), row.get(1), row.get(2), values));
    }
    return result;
  }

  private double number(String text, String column) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new InputException(
          "The column %s of %s holds \"%s\"; a number is expected."
              .formatted(column, folder.resolve("metrics.csv"), text),
          e);
    }
  }

  /** Writes {@code comparison.json}, replacing an older one. */
  public void writeComparison(Comparison comparison) {
    WholeFile.write(folder.resolve("comparison.json"), comparison.toJson());
  }

  /** Reads {@code comparison.json}, when there is one. */
  public Optional<Comparison> comparison() {
    return text("comparison.json")
        .map(json -> Comparison.fromJson(json, folder.resolve("comparison.json").toString()));
  }

  private Optional<String> text(String name) {
    Path path = folder.resolve(name);
    try {
      return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + path + " cannot be read.", e);
    }
  }

  private Path file(String kind, String policy, String window, String extension) {
    requireFileName("policy", policy);
    requireFileName("window", window);
    return folder.resolve(kind).resolve(policy).resolve(window + extension);
  }

  private static void requireFileName(String what, String name) {
    if (!name.matches("[A-Za-z0-9_+-][A-Za-z0-9 ._+-]*")) {
      throw new InputException(
          "The %s name \"%s\" cannot be a file name; letters, digits, spaces and . _ + - are allowed, not first a dot or a space."
              .formatted(what, name));
    }
  }
}
