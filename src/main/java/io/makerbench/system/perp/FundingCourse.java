package io.makerbench.system.perp;

import io.makerbench.config.InputException;
import io.makerbench.tape.FundingHistory;
import java.time.Instant;
import java.util.Arrays;

/** The funding rate of one venue over time, over eight hours whatever its own interval. */
final class FundingCourse {
  private static final long NS_PER_HOUR = 3_600_000_000_000L;
  private static final long EIGHT_HOURS = 8 * NS_PER_HOUR;

  private final long[] time;
  private final double[] rate;
  private final long interval;

  /**
   * @param file what to call it in messages
   * @throws InputException when it holds less than two payments, or not at whole intervals of UTC
   */
  FundingCourse(FundingHistory history, String file) {
    time = history.timeNs();
    rate = history.rate();
    if (time.length < 2) {
      throw new InputException(file + " holds fewer than two funding payments.");
    }
    interval = shortestStep();
    long beside = Math.floorMod(time[0], interval);
    if (interval % NS_PER_HOUR == 0 && beside != 0) {
      throw new InputException(
          "The payments of %s, every %d h, fall on %s and not on whole intervals of UTC; set its utc_offset_hours %d h higher."
              .formatted(
                  file,
                  interval / NS_PER_HOUR,
                  Instant.ofEpochSecond(0, time[0]),
                  beside / NS_PER_HOUR));
    }
  }

  /** The usual step; those over missing rows are longer. */
  private long shortestStep() {
    long[] steps = new long[time.length - 1];
    Arrays.setAll(steps, i -> time[i + 1] - time[i]);
    Arrays.sort(steps);
    return steps[steps.length / 2];
  }

  /** First instant it tells of, ns since 1970 UTC. */
  long start() {
    return time[0] - interval;
  }

  /** Last instant it tells of. */
  long end() {
    return time[time.length - 1];
  }

  /** The rate that is paid next after an instant, over eight hours. */
  double at(long instantNs) {
    int found = Arrays.binarySearch(time, instantNs + 1);
    int next = Math.min(found < 0 ? -found - 1 : found, time.length - 1);
    return rate[next] * EIGHT_HOURS / interval;
  }
}
