package io.makerbench.workbench.replay;

import io.makerbench.env.Episode;
import io.makerbench.tape.Instrument;
import io.makerbench.tape.Tape;

/**
 * All that a replay shows: an episode, and the part of the recording it passed through on the same
 * clock. Immutable.
 *
 * @param instrument what was recorded
 * @param clock clock of all times
 * @param depth resting sizes
 * @param trades trades
 * @param episode what the policy did
 */
record ReplayData(
    Instrument instrument, Clock clock, DepthHistory depth, TradePrints trades, Episode episode) {

  /** Reads the recording under an episode that has at least one tick. The tape may be closed. */
  static ReplayData read(Tape tape, Clock clock, Episode episode) {
    long start = episode.timeNs()[0];
    long end = episode.timeNs()[episode.ticks() - 1];
    return new ReplayData(
        tape.instrument(),
        clock,
        new DepthReader(tape, clock, start, end).read(),
        TradePrints.read(tape.trades(), clock, start, end),
        episode);
  }

  /** The same recording under another policy's episode of the same window. */
  ReplayData with(Episode other) {
    return new ReplayData(instrument, clock, depth, trades, other);
  }

  long startNs() {
    return episode.timeNs()[0];
  }

  long endNs() {
    return episode.timeNs()[episode.ticks() - 1];
  }

  /** A price in quote currency as ticks, whole or not. */
  double ticks(double price) {
    return price / instrument.priceStep();
  }
}
