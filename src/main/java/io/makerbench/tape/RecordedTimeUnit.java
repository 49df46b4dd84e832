package io.makerbench.tape;

import io.makerbench.config.InputException;

/** Units of recorded times, told apart by their size: all mean a time after 1973. */
enum RecordedTimeUnit {
  MICROSECONDS(1_000),
  NANOSECONDS(1),
  MILLISECONDS(1_000_000);

  private static final long EARLIEST_NS = 100_000_000_000_000_000L;

  /** Leaves room for clock offsets. */
  private static final long LATEST_NS = 9_000_000_000_000_000_000L;

  private final long nanoseconds;

  RecordedTimeUnit(long nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  /** The unit in which this is a time between 1973 and 2255. */
  static RecordedTimeUnit of(long time, String place, String column) {
    for (RecordedTimeUnit unit : values()) {
      if (unit.plausible(time)) {
        return unit;
      }
    }
    throw noTime(place, column, time, "microseconds");
  }

  /** True when the time is a plausible one in this unit. */
  boolean plausible(long time) {
    return time >= EARLIEST_NS / nanoseconds && time <= LATEST_NS / nanoseconds;
  }

  long toNanoseconds(long time) {
    return time * nanoseconds;
  }

  InputException implausible(String place, String column, long time) {
    return noTime(place, column, time, toString());
  }

  private static InputException noTime(String place, String column, long time, String unit) {
    return new InputException(
        place + ", column " + column + ": " + time + " is no time in " + unit + " since 1970.");
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
