package io.makerbench.system.perp;

import io.makerbench.env.Episode;
import io.makerbench.env.EpisodeSeries;
import io.makerbench.system.perp.engine.KillReason;
import io.makerbench.system.perp.engine.ProfitSource;
import io.makerbench.system.perp.engine.VenueConfig;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an episode tells of a desk and of each of its venues, tick by tick: tick 0 is the state it
 * began with, and each further one what a step led to. It reads the episode's own arrays.
 */
public final class DeskHistory {
  private static final String OF_DESK = "";

  private final Episode episode;
  private final List<VenueConfig> venues;
  private final double lossLimit;
  private final double[][] desk;
  private final double[][] corrected;
  private final double[][][] states;
  private final double[][][] trades;
  private final double[][][] profits;

  private DeskHistory(PerpConfig config, Episode episode, Map<String, double[]> series) {
    this.episode = episode;
    venues = List.copyOf(config.venues());
    lossLimit = config.limits().loss();
    desk = columns(DeskSeries.values(), s -> series.get(key(OF_DESK, s.series())));
    corrected = columns(Correction.values(), c -> series.get(key(OF_DESK, c.series())));
    states = ofVenues(VenueSeries.values(), VenueSeries::series, series);
    trades = ofVenues(VenueTrades.values(), VenueTrades::series, series);
    profits = ofVenues(ProfitSource.values(), VenueSeries::profit, series);
  }

  /**
   * Reads an episode of a configuration's market; empty where it was recorded before episodes had
   * these series.
   */
  public static Optional<DeskHistory> of(PerpConfig config, Episode episode) {
    Map<String, double[]> series = new HashMap<>(); // looked up, never iterated over
    for (EpisodeSeries one : episode.series()) {
      series.put(key(one.of(), one.name()), one.values());
    }
    DeskHistory history = new DeskHistory(config, episode, series);
    return history.isWhole() ? Optional.of(history) : Optional.empty();
  }

  private static String key(String of, String name) {
    return of + '/' + name;
  }

  private static <T> double[][] columns(T[] kinds, Function<T, double @Nullable []> column) {
    double[][] columns = new double[kinds.length][];
    Arrays.setAll(columns, i -> column.apply(kinds[i]));
    return columns;
  }

  /** Kind × venue. */
  private <T> double[][][] ofVenues(
      T[] kinds, Function<T, String> name, Map<String, double[]> series) {
    double[][][] columns = new double[kinds.length][][];
    VenueConfig[] all = venues.toArray(VenueConfig[]::new);
    Arrays.setAll(
        columns,
        kind -> columns(all, venue -> series.get(key(venue.name(), name.apply(kinds[kind])))));
    return columns;
  }

  private boolean isWhole() {
    boolean ofVenues =
        Arrays.stream(new double[][][][] {states, trades, profits})
            .flatMap(Arrays::stream)
            .flatMap(Arrays::stream)
            .allMatch(column -> column != null);
    return ofVenues
        && Arrays.stream(desk).allMatch(column -> column != null)
        && Arrays.stream(corrected).allMatch(column -> column != null);
  }

  /** The venues, in order. */
  public List<VenueConfig> venues() {
    return venues;
  }

  /** Ticks there are, at least one. */
  public int ticks() {
    return episode.ticks();
  }

  /** Loss that stops the desk, USD. */
  public double lossLimit() {
    return lossLimit;
  }

  /** A number of a venue at a tick. */
  public double at(VenueSeries series, int tick, int venue) {
    return states[series.ordinal()][venue][tick];
  }

  /** A number of the desk at a tick. */
  public double at(DeskSeries series, int tick) {
    return desk[series.ordinal()][tick];
  }

  /** What was traded on a venue at a tick: base currency, positive where bought. */
  public double traded(VenueTrades kind, int tick, int venue) {
    return trades[kind.ordinal()][venue][tick];
  }

  /** What a venue gained from a source since the start, USD. */
  public double profit(ProfitSource source, int tick, int venue) {
    return profits[source.ordinal()][venue][tick];
  }

  /** What a venue gained since the start, USD. */
  public double profitOf(int tick, int venue) {
    double sum = 0;
    for (double[][] source : profits) {
      sum += source[venue][tick];
    }
    return sum;
  }

  /** What all venues gained from a source since the start, USD. */
  public double profitFrom(ProfitSource source, int tick) {
    double sum = 0;
    for (int venue = 0; venue < venues.size(); venue++) {
      sum += profit(source, tick, venue);
    }
    return sum;
  }

  /** Profit since the start, USD. */
  public double profit(int tick) {
    return episode.equity()[tick] - episode.initialCash();
  }

  /** Fair value, USD. */
  public double fairValue(int tick) {
    return episode.mid()[tick];
  }

  /** One of the states that {@link io.makerbench.system.perp.engine.VenueStates} names. */
  public int status(int tick, int venue) {
    return (int) at(VenueSeries.STATUS, tick, venue);
  }

  /** One of the regimes that {@link io.makerbench.system.perp.engine.DeskStates} names. */
  public int regime(int tick) {
    return (int) at(DeskSeries.REGIME, tick);
  }

  /** Why the desk was stopped by then. */
  public KillReason kill(int tick) {
    return KillReason.values()[(int) at(DeskSeries.KILL_REASON, tick)];
  }

  /** How often the action of a tick was corrected for a reason. */
  public int corrections(int tick, Correction reason) {
    int before = tick == 0 ? 0 : correctedSoFar(tick - 1, reason);
    return correctedSoFar(tick, reason) - before;
  }

  /** How often actions up to a tick were corrected for a reason. */
  public int correctedSoFar(int tick, Correction reason) {
    return (int) corrected[reason.ordinal()][tick];
  }
}
