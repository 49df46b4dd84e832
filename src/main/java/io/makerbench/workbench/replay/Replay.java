package io.makerbench.workbench.replay;

import io.makerbench.config.InputException;
import io.makerbench.env.Episode;
import io.makerbench.workbench.perp.Incident;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;

/** One episode being replayed: its data, its cursor, and where a user may jump. */
final class Replay {
  private static final long DAY_NS = 86_400_000_000_000L;

  private final ReplayData data;
  private final Playback playback;

  Replay(ReplayData data) {
    this.data = data;
    playback = new Playback(new Timeline(data));
  }

  ReplayData data() {
    return data;
  }

  Playback playback() {
    return playback;
  }

  /** What the episode knew at the cursor. */
  Moment now() {
    return Moment.at(data.episode(), playback.cursor());
  }

  /** The bottom of the largest drawdown. */
  long largestDrawdown() {
    Episode episode = data.episode();
    int worst = 0;
    for (int tick = 1; tick < episode.ticks(); tick++) {
      if (episode.drawdown()[tick] > episode.drawdown()[worst]) {
        worst = tick;
      }
    }
    return episode.timeNs()[worst];
  }

  /** The fill after which equity fell furthest until the next one; the start without fills. */
  long largestLoss() {
    return largestChange(-1);
  }

  /** The fill after which equity rose furthest until the next one; the start without fills. */
  long largestGain() {
    return largestChange(1);
  }

  private long largestChange(int sign) {
    Episode episode = data.episode();
    double largest = Double.NEGATIVE_INFINITY;
    long at = data.startNs();
    for (int i = 0; i < episode.fills().size(); i++) {
      int tick = episode.fills().get(i).tick();
      boolean last = i + 1 == episode.fills().size();
      int until = last ? episode.ticks() - 1 : episode.fills().get(i + 1).tick();
      double change = sign * (episode.equity()[until] - episode.equity()[tick]);
      if (change > largest) {
        largest = change;
        at = episode.timeNs()[tick];
      }
    }
    return at;
  }

  /** When the kill switch of a desk was set; empty where it was not. */
  OptionalLong kill() {
    return IncidentMenu.of(this).stream()
        .filter(incident -> incident.kind() == Incident.Kind.KILL)
        .mapToLong(incident -> data.episode().timeNs()[incident.tick()])
        .findFirst();
  }

  /**
   * The instant a time of day names: the first one at or after the start of the window.
   *
   * @throws InputException when the text is no time of day or the window does not hold it
   */
  long instantOf(String timeOfDay) {
    try {
      long ofDay = LocalTime.parse(timeOfDay.strip()).toNanoOfDay();
      long start = data.startNs();
      long instant = Math.floorDiv(start, DAY_NS) * DAY_NS + ofDay;
      instant = instant < start ? instant + DAY_NS : instant;
      if (instant <= data.endNs()) {
        return instant;
      }
    } catch (DateTimeParseException e) {
      throw new InputException(
          "\"%s\" is no time of day; write it as 14:05:30 or 14:05:30.250.".formatted(timeOfDay),
          e);
    }
    throw new InputException(
        "%s is outside the window, which lasts from %s to %s UTC."
            .formatted(
                timeOfDay, AxisTicks.dateTime(data.startNs()), AxisTicks.dateTime(data.endNs())));
  }
}
