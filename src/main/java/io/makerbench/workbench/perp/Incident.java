package io.makerbench.workbench.perp;

import io.makerbench.system.perp.Correction;
import io.makerbench.system.perp.DeskHistory;
import io.makerbench.system.perp.engine.KillReason;
import io.makerbench.system.perp.engine.VenueStates;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that happened to a desk that a user looks for: the kill switch, a change of the regime
 * or of a venue's status, an action that had to be corrected.
 *
 * @param tick when
 * @param kind what
 * @param level how grave
 * @param words what, in words
 */
public record Incident(int tick, Kind kind, Level level, String words) {
  /** Kinds of incidents. */
  public enum Kind {
    KILL,
    REGIME,
    STATUS,
    CORRECTION
  }

  /** All incidents of an episode in order of time. */
  public static List<Incident> of(DeskHistory history) {
    List<Incident> found = new ArrayList<>();
    for (int tick = 1; tick < history.ticks(); tick++) {
      kill(history, tick, found);
      regime(history, tick, found);
      for (int venue = 0; venue < history.venues().size(); venue++) {
        status(history, tick, venue, found);
      }
      correction(history, tick, found);
    }
    return List.copyOf(found);
  }

  private static void kill(DeskHistory history, int tick, List<Incident> into) {
    KillReason reason = history.kill(tick);
    if (reason != KillReason.NONE && history.kill(tick - 1) == KillReason.NONE) {
      into.add(new Incident(tick, Kind.KILL, Level.DANGER, DeskWords.kill(reason)));
    }
  }

  private static void regime(DeskHistory history, int tick, List<Incident> into) {
    boolean stopped = history.kill(tick) != KillReason.NONE; // told by itself
    if (!stopped && history.regime(tick) != history.regime(tick - 1)) {
      Level level = DeskWords.level(history, tick);
      String words = level == Level.GOOD ? "Desk within its limits again" : "Desk near a limit";
      into.add(new Incident(tick, Kind.REGIME, level, words));
    }
  }

  private static void status(DeskHistory history, int tick, int venue, List<Incident> into) {
    int status = history.status(tick, venue);
    if (status != history.status(tick - 1, venue)) {
      Level level =
          switch (status) {
            case VenueStates.HEALTHY -> Level.GOOD;
            case VenueStates.WARNING -> Level.WARNING;
            default -> Level.DANGER;
          };
      String words = history.venues().get(venue).name() + " " + VenueLine.statusWord(status);
      into.add(new Incident(tick, Kind.STATUS, level, words));
    }
  }

  /** A policy that is corrected at every step is told of once. */
  private static void correction(DeskHistory history, int tick, List<Incident> into) {
    for (Correction reason : Correction.values()) {
      if (history.corrections(tick, reason) > 0 && history.corrections(tick - 1, reason) == 0) {
        String words = "Action corrected: " + DeskWords.reason(reason);
        into.add(new Incident(tick, Kind.CORRECTION, Level.WARNING, words));
      }
    }
  }
}
