package io.makerbench.system.replay;

import io.makerbench.config.InputException;
import io.makerbench.system.Window;
import io.makerbench.tape.BookStates;
import io.makerbench.tape.Tape;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which parts of the tapes are learned on and which are judged on.
 *
 * @param training stretches to learn on, in order of time; may be empty
 * @param evaluation windows to be judged on, in order, each with its part of a tape
 */
record RecordingPlan(List<Span> training, Map<Window, Span> evaluation) {
  private static final DateTimeFormatter NAME_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  static RecordingPlan of(RecordingConfig config, List<Tape> tapes, Mode mode) {
    List<Span> whole =
        tapes.stream()
            .map(tape -> extent(tape, mode))
            .sorted(Comparator.comparingLong(Span::startNs))
            .toList();
    List<Span> judged =
        config.evaluationIntervals().isEmpty()
            ? lastShare(whole, config.evaluationShare())
            : clipped("recording.evaluation_intervals", config.evaluationIntervals(), whole);
    List<Span> learned =
        config.intervals().isEmpty()
            ? before(whole, judged.stream().mapToLong(Span::startNs).min().orElseThrow())
            : clipped("recording.intervals", config.intervals(), whole);
    return new RecordingPlan(learned, windows(judged, config.evaluationWindows()));
  }

  private static Span extent(Tape tape, Mode mode) {
    BookStates states = tape.states();
    if (states.rows() == 0) {
      throw new InputException(
          "The tape " + tape.path() + " holds no book states; import a book recording.");
    }
    int last = Math.toIntExact(states.rows() - 1);
    return new Span(tape, TickRows.clock(states, 0, mode), TickRows.clock(states, last, mode));
  }

  private static List<Span> clipped(String key, List<Interval> intervals, List<Span> whole) {
    List<Span> parts = new ArrayList<>();
    for (Interval interval : intervals) {
      int before = parts.size();
      for (Span tape : whole) {
        long start = Math.max(tape.startNs(), Span.ns(interval.start()));
        long end = Math.min(tape.endNs(), Span.ns(interval.end()));
        if (start < end) {
          parts.add(new Span(tape.tape(), start, end));
        }
      }
      if (parts.size() == before) {
        throw new InputException(
            key
                + ": no recording covers "
                + interval.start()
                + " to "
                + interval.end()
                + "; there are recordings of "
                + coverage(whole)
                + ".");
      }
    }
    return parts;
  }

  private static String coverage(List<Span> whole) {
    return whole.stream()
        .map(span -> Span.instant(span.startNs()) + " to " + Span.instant(span.endNs()))
        .collect(Collectors.joining(", "));
  }

  /** The last share of the time the tapes cover together. */
  private static List<Span> lastShare(List<Span> whole, double share) {
    long left = Math.round(whole.stream().mapToLong(Span::length).sum() * share);
    List<Span> parts = new ArrayList<>();
    for (int i = whole.size() - 1; i >= 0 && left > 0; i--) {
      Span tape = whole.get(i);
      long taken = Math.min(left, tape.length());
      parts.addFirst(new Span(tape.tape(), tape.endNs() - taken, tape.endNs()));
      left -= taken;
    }
    return parts;
  }

  private static List<Span> before(List<Span> whole, long endNs) {
    return whole.stream()
        .filter(span -> span.startNs() < endNs - 1)
        .map(span -> new Span(span.tape(), span.startNs(), Math.min(span.endNs(), endNs - 1)))
        .toList();
  }

  private static Map<Window, Span> windows(List<Span> judged, int parts) {
    Map<Window, Span> windows = new LinkedHashMap<>();
    for (Span span : judged) {
      for (int part = 0; part < parts; part++) {
        long start = span.startNs() + Math.round((double) span.length() * part / parts);
        long end = span.startNs() + Math.round((double) span.length() * (part + 1) / parts);
        long last = part == parts - 1 ? end : end - 1;
        String name = "w" + (windows.size() + 1) + "_" + NAME_TIME.format(Span.instant(start));
        windows.put(
            new Window(name, String.valueOf(span.tape().path().getFileName()), start, last),
            new Span(span.tape(), start, last));
      }
    }
    return windows;
  }
}
