package io.makerbench.workbench.replay;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Instants a user marked, in order of time. */
final class Bookmarks {
  private final TreeSet<Long> instants = new TreeSet<>();
  private Runnable listener = () -> {};

  /** Told after each change by a user. */
  void onChange(Runnable told) {
    listener = told;
  }

  /** Has these marks instead. */
  void replace(Collection<Long> wanted) {
    instants.clear();
    instants.addAll(wanted);
  }

  /** Marks an instant, or takes its mark away. */
  void toggle(long instantNs) {
    if (!instants.remove(instantNs)) {
      instants.add(instantNs);
    }
    listener.run();
  }

  List<Long> all() {
    return List.copyOf(instants);
  }

  /** The last mark before an instant; before the first one, the last of all. */
  OptionalLong previous(long instantNs) {
    Long lower = instants.lower(instantNs);
    if (lower != null) {
      return OptionalLong.of(lower);
    }
    return instants.isEmpty() ? OptionalLong.empty() : OptionalLong.of(instants.last());
  }

  /** The first mark after an instant; after the last one, the first of all. */
  OptionalLong next(long instantNs) {
    Long higher = instants.higher(instantNs);
    if (higher != null) {
      return OptionalLong.of(higher);
    }
    return instants.isEmpty() ? OptionalLong.empty() : OptionalLong.of(instants.first());
  }
}
