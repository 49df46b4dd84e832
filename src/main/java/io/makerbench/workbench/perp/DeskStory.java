package io.makerbench.workbench.perp;

import io.makerbench.system.perp.DeskHistory;
import java.util.List;

/**
 * A desk's history made ready to be shown. Immutable.
 *
 * @param history what happened
 * @param incidents what a user looks for in it
 * @param lane prices around fair value
 * @param course scale of positions
 */
public record DeskStory(
    DeskHistory history, List<Incident> incidents, QuoteLane lane, PositionCourse course) {

  /** Reads through the whole history; not for the JavaFX thread. */
  public static DeskStory of(DeskHistory history) {
    return new DeskStory(
        history, Incident.of(history), QuoteLane.of(history), PositionCourse.of(history));
  }
}
