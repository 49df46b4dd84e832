package io.makerbench.system.replay;

import java.util.Arrays;

/** Orders by time that keep the order of equal times. */
final class TimeOrder {
  private TimeOrder() {}

  /** Places of the values in ascending order; the identity, at the cost of a scan, when sorted. */
  static int[] stable(long[] time) {
    int[] order = new int[time.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    if (!isSorted(time)) {
      sort(time, order, Arrays.copyOf(order, order.length), 0, order.length);
    }
    return order;
  }

  private static boolean isSorted(long[] time) {
    for (int i = 1; i < time.length; i++) {
      if (time[i] < time[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Merge sort of order[low, high) by time; {@code spare} holds the same content at the start. */
  private static void sort(long[] time, int[] order, int[] spare, int low, int high) {
    if (high - low < 2) {
      return;
    }
    int middle = (low + high) >>> 1;
    sort(time, spare, order, low, middle);
    sort(time, spare, order, middle, high);
    int left = low;
    int right = middle;
    for (int i = low; i < high; i++) {
      boolean takeLeft =
          right >= high || (left < middle && time[spare[left]] <= time[spare[right]]);
      order[i] = takeLeft ? spare[left++] : spare[right++];
    }
  }

  /** The place after the last one that has the time of place {@code from}. */
  static int endOfTime(long[] time, int from) {
    int end = from + 1;
    while (end < time.length && time[end] == time[from]) {
      end++;
    }
    return end;
  }

  static int[] take(int[] values, int[] places) {
    int[] taken = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      taken[i] = values[places[i]];
    }
    return taken;
  }

  static long[] take(long[] values, int[] places) {
    long[] taken = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      taken[i] = values[places[i]];
    }
    return taken;
  }

  static double[] take(double[] values, int[] places) {
    double[] taken = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      taken[i] = values[places[i]];
    }
    return taken;
  }
}
