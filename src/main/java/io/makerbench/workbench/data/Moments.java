package io.makerbench.workbench.data;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times, lengths and sizes as people read them; times are UTC. */
final class Moments {
  private static final DateTimeFormatter MINUTE = format("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND = format("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter CLOCK = format("HH:mm:ss");
  private static final double NS_PER_SECOND = 1e9;
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
  private static final double UNIT = 1024;

  private Moments() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** Day and minute; empty for 0, which stands for an unknown time. */
  static String minute(long ns) {
    return ns == 0 ? "" : MINUTE.format(Instant.EPOCH.plusNanos(ns));
  }

  static String second(long ns) {
    return SECOND.format(Instant.EPOCH.plusNanos(ns));
  }

  /** Time of day of seconds since 1970. */
  static String clock(double seconds) {
    return CLOCK.format(Instant.EPOCH.plusNanos((long) (seconds * NS_PER_SECOND)));
  }

  /** A length of time in its two largest units; empty for 0. */
  static String length(long ns) {
    Duration length = Duration.ofNanos(ns);
    if (length.toDays() > 0) {
      return length.toDays() + " d " + length.toHoursPart() + " h";
    }
    if (length.toHours() > 0) {
      return length.toHours() + " h " + length.toMinutesPart() + " min";
    }
    return length.toMinutes() > 0
        ? length.toMinutes() + " min " + length.toSecondsPart() + " s"
        : ns == 0 ? "" : Math.max(1, length.toSeconds()) + " s";
  }

  /** A size in bytes with its unit. */
  static String bytes(double bytes) {
    int unit = 0;
    double size = bytes;
    while (size >= UNIT && unit < UNITS.length - 1) {
      size /= UNIT;
      unit++;
    }
    return String.format(
        Locale.ROOT, unit == 0 || size >= 100 ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
  }

  /** A count; a dash for none. */
  static String count(long count) {
    return count == 0 ? "–" : String.format(Locale.ROOT, "%,d", count);
  }
}
