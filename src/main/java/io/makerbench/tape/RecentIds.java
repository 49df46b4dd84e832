package io.makerbench.tape;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ids that are remembered for some seconds, so that memory does not grow with a recording. */
final class RecentIds {
  private static final long REMEMBERED_NS = 10_000_000_000L;

  private final Map<Long, Long> times = new LinkedHashMap<>();

  void add(long id, long time) {
    times.put(id, time);
  }

  boolean contains(long id) {
    return times.containsKey(id);
  }

  /** Forgets what was added long before a time. */
  void passTo(long time) {
    Iterator<Long> oldest = times.values().iterator();
    while (oldest.hasNext() && time - oldest.next() > REMEMBERED_NS) {
      oldest.remove();
    }
  }
}
