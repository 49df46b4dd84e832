package io.makerbench.workbench.replay;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Side;
import io.makerbench.workbench.perp.Incident;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/**
 * What happened when in a window, as marks on its scrubber: incidents of the venues, bookmarks, own
 * fills and changes of own orders. They tell where to look, so they keep quiet about prices and
 * profit, which are hidden until the cursor gets there.
 *
 * @param gravity of each incident, how grave it is
 * @param sides of each fill, its side
 */
record ScrubberMarks(
    Lane incidents,
    List<Incident> gravity,
    Lane bookmarks,
    Lane fills,
    List<Side> sides,
    Lane orders) {
  private static final long NS_PER_MS = 1_000_000;

  /** Lines told at once; the rest is counted. */
  private static final int MOST_LINES = 6;

  /**
   * Marks of one kind.
   *
   * @param timesNs when, ascending, ns since 1970 UTC
   * @param words what happened at a mark
   */
  record Lane(long[] timesNs, IntFunction<String> words) {
    private int first(long fromNs) {
      return Series.lastAtOrBefore(timesNs, fromNs - 1) + 1;
    }

    private int end(long toNs) {
      return Series.lastAtOrBefore(timesNs, toNs) + 1;
    }

    private String line(int mark) {
      return AxisTicks.time(timesNs[mark], NS_PER_MS) + "  " + words.apply(mark);
    }
  }

  static ScrubberMarks of(Replay replay, List<Long> bookmarks) {
    Episode episode = replay.data().episode();
    List<Incident> incidents = IncidentMenu.of(replay);
    List<Fill> fills = episode.fills();
    int[] moves = Timeline.orderTicks(episode).toArray();
    return new ScrubberMarks(
        new Lane(
            incidents.stream().mapToLong(one -> episode.timeNs()[one.tick()]).toArray(),
            mark -> incidents.get(mark).words()),
        incidents,
        new Lane(bookmarks.stream().mapToLong(Long::longValue).toArray(), mark -> "Bookmark"),
        new Lane(
            fills.stream().mapToLong(fill -> episode.timeNs()[fill.tick()]).toArray(),
            mark -> FillWords.deed(fills.get(mark))),
        fills.stream().map(Fill::side).toList(),
        new Lane(
            Arrays.stream(moves).mapToLong(tick -> episode.timeNs()[tick]).toArray(),
            mark -> moved(episode, moves[mark])));
  }

  private static String moved(Episode episode, int tick) {
    String bid = change(episode.ownBid(), tick);
    String ask = change(episode.ownAsk(), tick);
    if (bid.equals(ask)) {
      return "Own quotes " + bid;
    }
    return ask.isEmpty()
        ? "Own bid " + bid
        : bid.isEmpty() ? "Own ask " + ask : "Own bid %s, own ask %s".formatted(bid, ask);
  }

  private static String change(double[] price, int tick) {
    double before = price[tick - 1];
    double after = price[tick];
    if (Double.compare(before, after) == 0) {
      return "";
    }
    return Double.isNaN(before) ? "placed" : Double.isNaN(after) ? "gone" : "moved";
  }

  /** The mark between two instants that is nearest to a third, of the rarest kind among them. */
  OptionalLong nearest(long instantNs, long fromNs, long toNs) {
    for (Lane lane : List.of(incidents, bookmarks, fills, orders)) {
      long[] times = lane.timesNs();
      int end = lane.end(toNs);
      int after = Math.max(lane.first(fromNs), lane.first(instantNs));
      int before = Math.min(after, end) - 1;
      boolean follows = after < end;
      boolean precedes = before >= lane.first(fromNs);
      if (follows && precedes) {
        boolean later = times[after] - instantNs < instantNs - times[before];
        return OptionalLong.of(times[later ? after : before]);
      }
      if (follows || precedes) {
        return OptionalLong.of(times[follows ? after : before]);
      }
    }
    return OptionalLong.empty();
  }

  /** What happened between two instants, a line each; of very much the first and how much more. */
  List<String> words(long fromNs, long toNs) {
    List<String> lines = new ArrayList<>();
    int untold = 0;
    for (Lane lane : List.of(incidents, bookmarks, fills)) {
      for (int mark = lane.first(fromNs); mark < lane.end(toNs); mark++) {
        if (lines.size() < MOST_LINES) {
          lines.add(lane.line(mark));
        } else {
          untold++;
        }
      }
    }
    if (untold > 0) {
      lines.add("and %d more".formatted(untold));
    }
    int moves = orders.end(toNs) - orders.first(fromNs);
    if (moves > 0) {
      lines.add(
          moves == 1
              ? orders.line(orders.first(fromNs))
              : "%d changes of own orders".formatted(moves));
    }
    return lines;
  }

  /** How much is marked, for people who do not see the marks. */
  String summary() {
    return "%d fills, %d changes of own orders, %d bookmarks, %d events of venues"
        .formatted(
            fills.timesNs().length,
            orders.timesNs().length,
            bookmarks.timesNs().length,
            incidents.timesNs().length);
  }
}
