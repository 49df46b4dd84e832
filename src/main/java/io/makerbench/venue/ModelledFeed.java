package io.makerbench.venue;

import io.makerbench.book.LatencyModel;
import io.makerbench.tape.Events;

/**
 * Brings what happens at the exchange to the trader after a modelled latency: all that happens at
 * one time together, and nothing before what happened earlier.
 */
final class ModelledFeed {
  private final LatencyModel latency;
  private final long[] start;
  private long happened;
  private long received;

  /**
   * @param latency whose way back is taken; if it draws at random, for this feed alone
   */
  ModelledFeed(LatencyModel latency) {
    this.latency = latency;
    start = latency.state();
    rewind();
  }

  /** Begins anew, with the same draws. */
  void rewind() {
    latency.restore(start);
    happened = Long.MIN_VALUE;
    received = Long.MIN_VALUE;
  }

  /** Turns the times of consecutive rows of the exchange into times of receipt. */
  void delay(Events.Block block, int rows) {
    for (int i = 0; i < rows; i++) {
      if ((block.kinds[i] & Events.AT_EXCHANGE) != 0) {
        long time = block.times[i];
        if (time != happened) {
          happened = time;
          received = Math.max(received, time + latency.response(time));
        }
        block.times[i] = received;
      }
    }
  }
}
