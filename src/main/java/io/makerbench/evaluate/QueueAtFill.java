package io.makerbench.evaluate;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Side;
import java.util.List;
import java.util.stream.DoubleStream;

/** Where own resting orders stood in their queues when they were filled. */
public final class QueueAtFill {
  private QueueAtFill() {}

  /**
   * Quantity that was ahead at the tick before each fill of a resting order, base currency. Fills
   * of orders that were not there yet, or whose place is not known, are left out.
   */
  public static HeldValues of(List<Episode> episodes) {
    return HeldValues.ofEqual(episodes.stream().flatMapToDouble(QueueAtFill::ahead).toArray());
  }

  private static DoubleStream ahead(Episode episode) {
    return episode.fills().stream()
        .filter(fill -> fill.maker() && fill.tick() > 0)
        .mapToDouble(fill -> ahead(episode, fill));
  }

  private static double ahead(Episode episode, Fill fill) {
    double[] side = fill.side() == Side.BUY ? episode.bidAhead() : episode.askAhead();
    return side[fill.tick() - 1];
  }
}
