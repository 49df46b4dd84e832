package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Collects what is found in a recording: counts, and the first place of each kind and table. */
final class Findings {
  private static final class Entry {
    final String first;
    long count;
    double most;
    double sum;

    Entry(String first) {
      this.first = first;
    }
  }

  private record Id(Defect defect, String table) {}

  private final Map<Id, Entry> entries = new LinkedHashMap<>();

  /** Counts a finding; the place in words is asked for only the first time. */
  void add(Defect defect, String table, Supplier<String> place) {
    add(defect, table, 0, place);
  }

  /**
   * Counts a finding of some extent, above 0, in the {@link Defect#unit}; mean and most are told.
   */
  void add(Defect defect, String table, double amount, Supplier<String> place) {
    Id id = new Id(defect, table);
    Entry entry = entries.get(id);
    if (entry == null) {
      entry = new Entry(place.get());
      entries.put(id, entry);
    }
    entry.count++;
    entry.most = Math.max(entry.most, amount);
    entry.sum += amount;
  }

  /** Ends the import when there is a defect. */
  void refuse() {
    List<String> wrong =
        entries.entrySet().stream()
            .filter(entry -> entry.getKey().defect.wrong())
            .map(entry ->
                entry.getValue().count
                    + " × "
                    + entry.getKey().defect.key()
                    + " in "
                    + entry.getKey().table
                    + ", first in "
                    + entry.getValue().first)
            .toList();
    if (!wrong.isEmpty()) {
      throw new InputException(
          wrong.stream()
              .collect(
                  Collectors.joining(
                      "; ",
                      "The recording has defects, which a strict import refuses: ",
                      ". Without strict they are repaired and listed.")));
    }
  }

  List<TapeHeader.Finding> list() {
    List<TapeHeader.Finding> result = new ArrayList<>();
    entries.forEach((id, entry) ->
        result.add(
            new TapeHeader.Finding(
                id.defect.key(),
                id.table,
                entry.count,
                told(id.defect, entry),
                id.defect.action())));
    return List.copyOf(result);
  }

  private static String told(Defect defect, Entry entry) {
    if (entry.most == 0 || entry.count == 1) {
      return entry.first;
    }
    return String.format(
        Locale.ROOT,
        "%s; mean %.3f %s, at most %.3f %s",
        entry.first,
        entry.sum / entry.count,
        defect.unit(),
        entry.most,
        defect.unit());
  }
}
