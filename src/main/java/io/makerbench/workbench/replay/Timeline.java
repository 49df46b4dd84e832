package io.makerbench.workbench.replay;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The instants a cursor can step to, by what happened at them. Several events at one instant are
 * one step, so a step forward and one back lead to where one was.
 */
final class Timeline {
  /** Steps that go from one full period of the clock to the next, ns. */
  private static final Map<Step, Long> PERIODS =
      Map.of(Step.SECOND, 1_000_000_000L, Step.MINUTE, 60_000_000_000L);

  private final long startNs;
  private final long endNs;
  private final Map<Step, long[]> instants = new EnumMap<>(Step.class);

  Timeline(ReplayData data) {
    Episode episode = data.episode();
    startNs = data.startNs();
    endNs = data.endNs();
    instants.put(Step.TICK, distinct(episode.timeNs()));
    instants.put(Step.EVENT, events(data));
    instants.put(Step.ORDER, distinct(times(episode, orderTicks(episode))));
    instants.put(Step.TRADE, distinct(data.trades().timeNs()));
    instants.put(Step.DECISION, distinct(decisions(episode)));
    instants.put(Step.FILL, distinct(fills(episode)));
  }

  /** The first instant of the window. */
  long startNs() {
    return startNs;
  }

  /** The last instant of the window. */
  long endNs() {
    return endNs;
  }

  /** The first instant of a kind after another instant. */
  OptionalLong next(Step step, long afterNs) {
    if (PERIODS.containsKey(step)) {
      long period = PERIODS.get(step);
      return within((Math.floorDiv(afterNs, period) + 1) * period);
    }
    long[] all = instants.get(step);
    int place = Series.lastAtOrBefore(all, afterNs) + 1;
    return place < all.length ? OptionalLong.of(all[place]) : OptionalLong.empty();
  }

  /** The last instant of a kind before another instant. */
  OptionalLong previous(Step step, long beforeNs) {
    if (PERIODS.containsKey(step)) {
      long period = PERIODS.get(step);
      return within(Math.floorDiv(beforeNs - 1, period) * period);
    }
    long[] all = instants.get(step);
    int place = Series.lastAtOrBefore(all, beforeNs - 1);
    return place >= 0 ? OptionalLong.of(all[place]) : OptionalLong.empty();
  }

  private OptionalLong within(long instantNs) {
    return instantNs >= startNs && instantNs <= endNs
        ? OptionalLong.of(instantNs)
        : OptionalLong.empty();
  }

  /** Of several venues not every book counts, but what a user looks for. */
  private static long[] events(ReplayData data) {
    if (data.board() instanceof Board.Known known) {
      long[] times = data.episode().timeNs();
      return known.story().incidents().stream()
          .mapToLong(incident -> times[incident.tick()])
          .distinct()
          .toArray();
    }
    LongStream all =
        Stream.of(data.depth().instants(), data.trades().timeNs(), data.episode().timeNs())
            .flatMapToLong(Arrays::stream);
    return all.filter(time -> time >= data.startNs() && time <= data.endNs())
        .sorted()
        .distinct()
        .toArray();
  }

  /** Ticks at which an own quote is not what it was at the tick before. */
  static IntStream orderTicks(Episode episode) {
    return IntStream.range(1, episode.ticks())
        .filter(tick -> moved(episode.ownBid(), tick) || moved(episode.ownAsk(), tick));
  }

  private static boolean moved(double[] price, int tick) {
    return Double.compare(price[tick], price[tick - 1]) != 0;
  }

  private static long[] decisions(Episode episode) {
    long[] times = new long[episode.ticks()];
    int count = 0;
    for (int tick = 0; tick < episode.ticks(); tick++) {
      if (episode.decided()[tick]) {
        times[count++] = episode.timeNs()[tick];
      }
    }
    return Arrays.copyOf(times, count);
  }

  /** Fills stand at the tick that accounted them, where the policy learnt of them. */
  private static long[] fills(Episode episode) {
    return times(episode, episode.fills().stream().mapToInt(Fill::tick));
  }

  private static long[] times(Episode episode, IntStream ticks) {
    return ticks.mapToLong(tick -> episode.timeNs()[tick]).toArray();
  }

  private static long[] distinct(long[] ascending) {
    return Arrays.stream(ascending).distinct().toArray();
  }
}
