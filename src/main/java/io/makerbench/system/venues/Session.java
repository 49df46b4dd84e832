package io.makerbench.system.venues;

import io.makerbench.config.InputException;
import io.makerbench.system.Span;
import io.makerbench.tape.Events;
import io.makerbench.tape.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One tape of each market, over the same run of time. Its clock starts at the first event of any of
 * them and ends at the last.
 *
 * @param tapes one a market, in the order of the markets
 * @param startNs time of the first event, ns since 1970 UTC
 * @param endNs time of the last event
 */
record Session(List<Tape> tapes, long startNs, long endNs) {
  private record Extent(int market, Tape tape, long startNs, long endNs) {}

  /**
   * Puts tapes that overlap in time together, in order of time.
   *
   * @param markets the tapes of each market
   * @throws InputException when a market has no tape, or two, over a run of time of the others
   */
  static List<Span<Session>> of(List<List<Tape>> markets) {
    List<Extent> extents = new ArrayList<>();
    for (int m = 0; m < markets.size(); m++) {
      for (Tape tape : markets.get(m)) {
        extents.add(extent(m, tape));
      }
    }
    extents.sort(Comparator.comparingLong(Extent::startNs));
    List<Span<Session>> sessions = new ArrayList<>();
    for (int from = 0; from < extents.size(); ) {
      int to = from;
      long endNs = extents.get(from).endNs;
      while (to < extents.size() && extents.get(to).startNs <= endNs) {
        endNs = Math.max(endNs, extents.get(to++).endNs);
      }
      Session session =
          new Session(
              tapes(extents.subList(from, to), markets.size()), extents.get(from).startNs, endNs);
      sessions.add(new Span<>(session, session.startNs, session.endNs));
      from = to;
    }
    return sessions;
  }

  private static Extent extent(int market, Tape tape) {
    Events events = tape.events();
    if (events.rows() == 0) {
      throw new InputException(
          "The tape " + tape.path() + " holds no events; import a book recording.");
    }
    return new Extent(market, tape, events.firstTime(), events.lastTime());
  }

  private static List<Tape> tapes(List<Extent> extents, int markets) {
    @Nullable Tape[] tapes = new Tape[markets];
    for (Extent extent : extents) {
      Tape other = tapes[extent.market];
      if (other != null) {
        throw new InputException(
            "The tapes "
                + other.path()
                + " and "
                + extent.tape.path()
                + " of one market overlap other markets' at the same time; name days or intervals"
                + " that all markets have.");
      }
      tapes[extent.market] = extent.tape;
    }
    for (int m = 0; m < markets; m++) {
      if (tapes[m] == null) {
        throw new InputException(
            "markets["
                + m
                + "] has no recording over the time of "
                + extents.getFirst().tape.path()
                + "; name days or intervals that all markets have.");
      }
    }
    return Arrays.stream(tapes).map(Objects::requireNonNull).toList();
  }

  /** File name of the first market's tape. */
  String name() {
    return String.valueOf(tapes.getFirst().path().getFileName());
  }
}
