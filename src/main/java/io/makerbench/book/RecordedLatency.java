package io.makerbench.book;

import java.util.Arrays;

/**
 * Latency as it was recorded with real requests of any kind, interpolated linearly in the time a
 * message sets out; before the first and after the last record it stays as there.
 *
 * <p>A request that an exchange refused has no exchange time. A request sent between two records of
 * which one was refused is refused, and its trader hears so after their interpolated round trip.
 * The way back is interpolated between the records that were not refused.
 */
public final class RecordedLatency implements LatencyModel {
  private final long[] requested;
  private final long[] way;
  private final long[] roundTrip;
  private final boolean[] refused;
  private final long[] left;
  private final long[] back;

  /**
   * Takes the records, in order of request time.
   *
   * @param requested times requests were sent, ns; ascending, no two the same
   * @param processed times the exchange took them, not before they were sent; 0 or less for a
   *     refused one
   * @param answered times the answers were received, not before the exchange's; after the request
   *     where it was refused
   * @throws IllegalArgumentException when there is no record, all were refused, or an order of
   *     times is broken
   */
  public RecordedLatency(long[] requested, long[] processed, long[] answered) {
    this.requested = requested.clone();
    way = new long[requested.length];
    roundTrip = new long[requested.length];
    refused = new boolean[requested.length];
    long[] leftAt = new long[requested.length];
    long[] backIn = new long[requested.length];
    int accepted = 0;
    for (int i = 0; i < requested.length; i++) {
      require(i, requested, processed, answered);
      refused[i] = processed[i] <= 0;
      way[i] = processed[i] - requested[i];
      roundTrip[i] = answered[i] - requested[i];
      // An exchange time that went back tells of no later moment than the one before.
      if (!refused[i] && (accepted == 0 || processed[i] > leftAt[accepted - 1])) {
        leftAt[accepted] = processed[i];
        backIn[accepted++] = answered[i] - processed[i];
      }
    }
    if (accepted == 0) {
      throw new IllegalArgumentException("there is no record of a request that was not refused");
    }
    left = Arrays.copyOf(leftAt, accepted);
    back = Arrays.copyOf(backIn, accepted);
  }

  private static void require(int i, long[] requested, long[] processed, long[] answered) {
    if (i > 0 && requested[i] <= requested[i - 1]) {
      throw new IllegalArgumentException(
          "record " + (i + 1) + ": its request time is not after the one before");
    }
    boolean ordered =
        processed[i] > 0
            ? requested[i] <= processed[i] && processed[i] <= answered[i]
            : requested[i] < answered[i];
    if (!ordered) {
      throw new IllegalArgumentException(
          "record " + (i + 1) + ": its times are not in the order request, exchange, response");
    }
  }

  @Override
  public long place(long sent) {
    return request(sent);
  }

  @Override
  public long modify(long sent) {
    return request(sent);
  }

  @Override
  public long cancel(long sent) {
    return request(sent);
  }

  @Override
  public long response(long leaving) {
    return between(left, back, lastAtOrBefore(left, leaving), leaving);
  }

  private long request(long sent) {
    int before = lastAtOrBefore(requested, sent);
    int after = Math.min(before + 1, requested.length - 1);
    boolean refuses = refused[Math.max(before, 0)] || (before >= 0 && refused[after]);
    return refuses
        ? -between(requested, roundTrip, before, sent)
        : between(requested, way, before, sent);
  }

  /** Place of the last time not after {@code at}; −1 where there is none. */
  private static int lastAtOrBefore(long[] times, long at) {
    int found = Arrays.binarySearch(times, at);
    return found >= 0 ? found : -found - 2;
  }

  private static long between(long[] times, long[] values, int before, long at) {
    if (before < 0) {
      return values[0];
    }
    int after = before + 1;
    return after == times.length
        ? values[before]
        : interpolate(times[before], values[before], times[after], values[after], at);
  }

  private static long interpolate(long t1, long v1, long t2, long v2, long at) {
    double share = (double) (at - t1) / (t2 - t1);
    return v1 + Math.round(share * (v2 - v1));
  }
}
