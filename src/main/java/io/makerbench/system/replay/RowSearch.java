package io.makerbench.system.replay;

import io.makerbench.tape.BookStates;

/** Finds rows of book states by time. */
final class RowSearch {
  private RowSearch() {}

  /** The first row received at or after a time; the number of rows when there is none. */
  static int firstLocal(BookStates states, long timeNs) {
    int low = 0;
    int high = Math.toIntExact(states.rows());
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (states.localTime(middle) < timeNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
