package io.makerbench.system.replay;

import io.makerbench.config.InputException;
import io.makerbench.system.Interval;
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
 * @param evaluation windows to be judged on, in order, each with its part of a tape; may be empty
 */
record RecordingPlan(List<Span> training, Map<Window, Span> evaluation) {
  private static final DateTimeFormatter NAME_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Least part of a recording that is judged on unless intervals name it. */
  private static final double LEAST_SHARE = 0.01;

  static RecordingPlan of(RecordingConfig config, Map<Tape, MarketClock> tapes) {
    List<Span> whole =
        tapes.entrySet().stream()
            .map(tape -> extent(tape.getKey(), tape.getValue()))
            .sorted(Comparator.comparingLong(Span::startNs))
            .toList();
    List<Span> named = clipped("recording.intervals", config.intervals(), whole);
    List<Span> judged =
        config.evaluationIntervals().isEmpty()
            ? lastShare(whole, after(whole, named), config.evaluationShare())
            : clipped("recording.evaluation_intervals", config.evaluationIntervals(), whole);
    requireApart(named, judged);
    List<Span> learned =
        config.intervals().isEmpty()
            ? before(whole, judged.stream().mapToLong(Span::startNs).min().orElseThrow())
            : named;
    return new RecordingPlan(learned, windows(judged, config.evaluationWindows()));
  }

  /** A policy judged on what it learned from would look better than it is. */
  private static void requireApart(List<Span> learned, List<Span> judged) {
    for (Span seen : learned) {
      for (Span window : judged) {
        if (seen.overlaps(window)) {
          throw new InputException(
              "recording.evaluation_intervals: %s to %s overlaps %s to %s of recording.intervals; a"
                      .formatted(
                          Span.instant(window.startNs()),
                          Span.instant(window.endNs()),
                          Span.instant(seen.startNs()),
                          Span.instant(seen.endNs()))
                  + " policy must be judged on what it has not learned from. Move one of them.");
        }
      }
    }
  }

  private static Span extent(Tape tape, MarketClock clock) {
    BookStates states = tape.states();
    if (states.rows() == 0) {
      throw new InputException(
          "The tape " + tape.path() + " holds no book states; import a book recording.");
    }
    int last = Math.toIntExact(states.rows() - 1);
    return new Span(tape, clock, clock.seen(0), clock.seen(last));
  }

  private static List<Span> clipped(String key, List<Interval> intervals, List<Span> whole) {
    List<Span> parts = new ArrayList<>();
    for (Interval interval : intervals) {
      int before = parts.size();
      for (Span tape : whole) {
        long start = Math.max(tape.startNs(), Span.ns(interval.start()));
        long end = Math.min(tape.endNs(), Span.ns(interval.end()));
        if (start < end) {
          parts.add(tape.part(start, end));
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

  /**
   * The last part of some spans, as long as a share of the time the tapes cover together where
   * there is so much; none where there is next to nothing.
   */
  private static List<Span> lastShare(List<Span> whole, List<Span> free, double share) {
    long covered = length(whole);
    long left = length(free) < covered * LEAST_SHARE ? 0 : Math.round(covered * share);
    List<Span> parts = new ArrayList<>();
    for (int i = free.size() - 1; i >= 0 && left > 0; i--) {
      Span tape = free.get(i);
      long taken = Math.min(left, tape.length());
      parts.addFirst(tape.part(tape.endNs() - taken, tape.endNs()));
      left -= taken;
    }
    return parts;
  }

  private static long length(List<Span> spans) {
    return spans.stream().mapToLong(Span::length).sum();
  }

  /** What lies after the last of some stretches; all where there are none. */
  private static List<Span> after(List<Span> whole, List<Span> stretches) {
    long endNs = stretches.stream().mapToLong(Span::endNs).max().orElse(Long.MIN_VALUE);
    return whole.stream()
        .filter(span -> span.endNs() > endNs)
        .map(span -> span.part(Math.max(span.startNs(), endNs + 1), span.endNs()))
        .toList();
  }

  private static List<Span> before(List<Span> whole, long endNs) {
    return whole.stream()
        .filter(span -> span.startNs() < endNs - 1)
        .map(span -> span.part(span.startNs(), Math.min(span.endNs(), endNs - 1)))
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
            span.part(start, last));
      }
    }
    return windows;
  }
}
