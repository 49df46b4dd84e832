package io.makerbench.evaluate;

import io.makerbench.env.Episode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Profit by time: years × months where it spans over two months, days × hours where over an hour,
 * else hours × minutes. All times are UTC. The cells of a calendar add up to the realised profit.
 *
 * @param unit what a row and a column are
 * @param rows profit by row and, in it, by column; in order of time, without those that lack
 */
public record ProfitCalendar(Unit unit, SequencedMap<String, SequencedMap<Integer, Double>> rows) {
  private static final long NS_PER_SECOND = 1_000_000_000L;
  private static final long HOUR_SECONDS = 3600;
  private static final long SIXTY_DAYS_SECONDS = 60 * 24 * HOUR_SECONDS;

  /** What the rows and columns of a calendar are. */
  public enum Unit {
    MONTH("yyyy", 1, 12),
    HOUR("yyyy-MM-dd", 0, 23),
    MINUTE("yyyy-MM-dd HH:00", 0, 59);

    private final DateTimeFormatter row;
    private final int first;
    private final int last;

    Unit(String row, int first, int last) {
      this.row = DateTimeFormatter.ofPattern(row, Locale.ROOT);
      this.first = first;
      this.last = last;
    }

    /** Number of the first column there can be. */
    public int first() {
      return first;
    }

    /** Number of the last. */
    public int last() {
      return last;
    }

    private int column(LocalDateTime time) {
      return switch (this) {
        case MONTH -> time.getMonthValue();
        case HOUR -> time.getHour();
        case MINUTE -> time.getMinute();
      };
    }

    private static Unit spanning(long seconds) {
      return seconds > SIXTY_DAYS_SECONDS ? MONTH : seconds > HOUR_SECONDS ? HOUR : MINUTE;
    }
  }

  /** Adds up the profit of a policy's episodes; what the square-off costs counts at its end. */
  public static ProfitCalendar of(List<Episode> episodes) {
    List<Episode> passages = episodes.stream().filter(e -> e.ticks() > 0).toList();
    long first = passages.stream().mapToLong(e -> e.timeNs()[0]).min().orElse(0);
    long last = passages.stream().mapToLong(e -> e.timeNs()[e.ticks() - 1]).max().orElse(0);
    Unit unit = Unit.spanning((last - first) / NS_PER_SECOND);
    SequencedMap<String, SequencedMap<Integer, Double>> rows = new TreeMap<>();
    for (Episode episode : passages) {
      double before = 0;
      for (int tick = 0; tick < episode.ticks(); tick++) {
        boolean end = tick == episode.ticks() - 1;
        double profit =
            end ? episode.realisedPnl() : episode.equity()[tick] - episode.initialCash();
        LocalDateTime time =
            LocalDateTime.ofInstant(
                Instant.ofEpochSecond(episode.timeNs()[tick] / NS_PER_SECOND), ZoneOffset.UTC);
        rows.computeIfAbsent(unit.row.format(time), row -> new TreeMap<>())
            .merge(unit.column(time), profit - before, Double::sum);
        before = profit;
      }
    }
    return new ProfitCalendar(unit, rows);
  }

  /** Profit in all, quote currency. */
  public double total() {
    return rows.values().stream()
        .flatMap(row -> row.values().stream())
        .mapToDouble(Double::doubleValue)
        .sum();
  }
}
