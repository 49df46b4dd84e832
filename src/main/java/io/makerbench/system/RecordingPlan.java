package io.makerbench.system;

import io.makerbench.config.InputException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which parts of recordings are learned on and which are judged on.
 *
 * @param training stretches to learn on, in order of time; may be empty
 * @param evaluation windows to be judged on, in order, each with its part of a recording; may be
 *     empty
 */
public record RecordingPlan<T>(List<Span<T>> training, Map<Window, Span<T>> evaluation) {
  private static final DateTimeFormatter NAME_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Least part of a recording that is judged on unless intervals name it. */
  private static final double LEAST_SHARE = 0.01;

  /**
   * What a configuration asks for.
   *
   * @param key key of the section it stands in, with a dot at its end; for messages
   * @param intervals stretches to learn on; empty for what lies before the evaluation
   * @param evaluationIntervals stretches to be judged on; empty for the last share
   * @param windows equal windows each of them is cut into
   * @param share share of the recordings judged on where no intervals say
   */
  public record Wish(
      String key,
      List<Interval> intervals,
      List<Interval> evaluationIntervals,
      int windows,
      double share) {}

  /**
   * Plans what to do with recordings.
   *
   * @param whole the recordings with their extents, in order of time
   * @param name name of a recording, see {@link Window#tape}
   * @throws InputException when an interval is not covered, or one judged on was learned on
   */
  public static <T> RecordingPlan<T> of(Wish wish, List<Span<T>> whole, Function<T, String> name) {
    List<Span<T>> named = clipped(wish.key + "intervals", wish.intervals, whole);
    List<Span<T>> judged =
        wish.evaluationIntervals.isEmpty()
            ? lastShare(whole, after(whole, named), wish.share)
            : clipped(wish.key + "evaluation_intervals", wish.evaluationIntervals, whole);
    requireApart(wish.key, named, judged);
    List<Span<T>> learned =
        wish.intervals.isEmpty()
            ? before(whole, judged.stream().mapToLong(Span::startNs).min().orElseThrow())
            : named;
    return new RecordingPlan<>(learned, windows(judged, wish.windows, name));
  }

  /** A policy judged on what it learned from would look better than it is. */
  private static <T> void requireApart(String key, List<Span<T>> learned, List<Span<T>> judged) {
    for (Span<T> seen : learned) {
      for (Span<T> window : judged) {
        if (seen.overlaps(window)) {
          throw new InputException(
              "%sevaluation_intervals: %s to %s overlaps %s to %s of %sintervals; a"
                      .formatted(
                          key,
                          Span.instant(window.startNs()),
                          Span.instant(window.endNs()),
                          Span.instant(seen.startNs()),
                          Span.instant(seen.endNs()),
                          key)
                  + " policy must be judged on what it has not learned from. Move one of them.");
        }
      }
    }
  }

  private static <T> List<Span<T>> clipped(
      String key, List<Interval> intervals, List<Span<T>> whole) {
    List<Span<T>> parts = new ArrayList<>();
    for (Interval interval : intervals) {
      int before = parts.size();
      for (Span<T> recording : whole) {
        long start = Math.max(recording.startNs(), Span.ns(interval.start()));
        long end = Math.min(recording.endNs(), Span.ns(interval.end()));
        if (start < end) {
          parts.add(new Span<>(recording.on(), start, end));
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

  private static <T> String coverage(List<Span<T>> whole) {
    return whole.stream()
        .map(span -> Span.instant(span.startNs()) + " to " + Span.instant(span.endNs()))
        .collect(Collectors.joining(", "));
  }

  /**
   * The last part of some spans, as long as a share of the time they cover together where there is
   * so much; none where there is next to nothing.
   */
  private static <T> List<Span<T>> lastShare(
      List<Span<T>> whole, List<Span<T>> free, double share) {
    long covered = length(whole);
    long left = length(free) < covered * LEAST_SHARE ? 0 : Math.round(covered * share);
    List<Span<T>> parts = new ArrayList<>();
    for (int i = free.size() - 1; i >= 0 && left > 0; i--) {
      Span<T> recording = free.get(i);
      long taken = Math.min(left, recording.length());
      parts.addFirst(new Span<>(recording.on(), recording.endNs() - taken, recording.endNs()));
      left -= taken;
    }
    return parts;
  }

  private static <T> long length(List<Span<T>> spans) {
    return spans.stream().mapToLong(Span::length).sum();
  }

  /** What lies after the last of some stretches; all where there are none. */
  private static <T> List<Span<T>> after(List<Span<T>> whole, List<Span<T>> stretches) {
    long endNs = stretches.stream().mapToLong(Span::endNs).max().orElse(Long.MIN_VALUE);
    return whole.stream()
        .filter(span -> span.endNs() > endNs)
        .map(span -> new Span<>(span.on(), Math.max(span.startNs(), endNs + 1), span.endNs()))
        .toList();
  }

  private static <T> List<Span<T>> before(List<Span<T>> whole, long endNs) {
    return whole.stream()
        .filter(span -> span.startNs() < endNs - 1)
        .map(span -> new Span<>(span.on(), span.startNs(), Math.min(span.endNs(), endNs - 1)))
        .toList();
  }

  private static <T> Map<Window, Span<T>> windows(
      List<Span<T>> judged, int parts, Function<T, String> recording) {
    Map<Window, Span<T>> windows = new LinkedHashMap<>();
    for (Span<T> span : judged) {
      for (int part = 0; part < parts; part++) {
        long start = span.startNs() + Math.round((double) span.length() * part / parts);
        long end = span.startNs() + Math.round((double) span.length() * (part + 1) / parts);
        long last = part == parts - 1 ? end : end - 1;
        String name = "w" + (windows.size() + 1) + "_" + NAME_TIME.format(Span.instant(start));
        windows.put(
            new Window(name, recording.apply(span.on()), start, last),
            new Span<>(span.on(), start, last));
      }
    }
    return windows;
  }
}
