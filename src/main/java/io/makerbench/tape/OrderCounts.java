package io.makerbench.tape;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Order events of a tape, counted.
 *
 * @param recorded rows that the recording holds, by kind
 * @param inferred rows that its import made up, of all kinds
 */
public record OrderCounts(Map<OrderKind, Long> recorded, long inferred) {
  public OrderCounts {
    recorded = Map.copyOf(recorded);
  }

  /** Reads the table through. */
  static OrderCounts of(Orders orders) {
    Map<OrderKind, Long> recorded = new EnumMap<>(OrderKind.class);
    long inferred = 0;
    for (long row = 0; row < orders.rows(); row++) {
      if (orders.inferred(row)) {
        inferred++;
      } else {
        recorded.merge(orders.kind(row), 1L, Long::sum);
      }
    }
    return new OrderCounts(recorded, inferred);
  }

  /** All rows. */
  public long total() {
    return inferred + recorded.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The counts in words, for a terminal. */
  String text() {
    return "order events: "
        + recorded.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e ->
                String.format(
                    Locale.ROOT,
                    "%s %,d",
                    e.getKey().name().toLowerCase(Locale.ROOT),
                    e.getValue()))
            .collect(Collectors.joining(", "))
        + String.format(Locale.ROOT, "; inferred %,d", inferred);
  }
}
