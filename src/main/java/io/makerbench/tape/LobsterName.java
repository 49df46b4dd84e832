package io.makerbench.tape;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file within a LOBSTER archive says, for example {@code
 * AMZN_2012-06-21_34200000_57600000_message_5.csv}: stock, day, first and last ms after midnight,
 * {@code message} or {@code orderbook}, levels a side.
 */
record LobsterName(String symbol, LocalDate day, String kind, int levels) {
  static final String MESSAGES = "message";
  static final String BOOKS = "orderbook";

  /** LOBSTER offers at most 200 levels. */
  private static final int MOST_LEVELS = 200;

  private static final ZoneId NASDAQ_ZONE = ZoneId.of("America/New_York");
  private static final Pattern PATTERN =
      Pattern.compile(
          "(?:.*/)?([^_/]+)_(\\d{4}-\\d{2}-\\d{2})_\\d+_\\d+_(message|orderbook)_(\\d{1,3})\\.csv");

  /** Reads a name; empty for files named otherwise. */
  static Optional<LobsterName> of(String entry) {
    Matcher matcher = PATTERN.matcher(entry);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int levels = Integer.parseInt(matcher.group(4));
    if (levels < 1 || levels > MOST_LEVELS) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(matcher.group(2));
      return Optional.of(new LobsterName(matcher.group(1), day, matcher.group(3), levels));
    } catch (java.time.DateTimeException e) {
      return Optional.empty(); // Such as 2012-13-40: no file of a day.
    }
  }

  /** True for the two files of one recording. */
  boolean belongsTo(LobsterName other) {
    return symbol.equals(other.symbol) && day.equals(other.day) && levels == other.levels;
  }

  /**
   * The instant that times count from, ns since 1970 UTC: midnight by the clock that New York shows
   * from noon on, so that the day on which the clock is changed at night needs no thought.
   */
  long midnight() {
    return day.atTime(LocalTime.NOON)
            .atZone(NASDAQ_ZONE)
            .toInstant()
            .minus(12, ChronoUnit.HOURS)
            .getEpochSecond()
        * 1_000_000_000L;
  }
}
