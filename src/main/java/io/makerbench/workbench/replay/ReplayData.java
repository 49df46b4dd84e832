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
 * @param board what happened at each venue, where there are several
 */
record ReplayData(
    Instrument instrument,
    Clock clock,
    DepthHistory depth,
    TradePrints trades,
    Episode episode,
    Board board) {
  /** Price step of a picture of a market without ticks, quote currency. */
  private static final double FINEST_PRICE = 0.01;

  /** Reads the recording under an episode that has at least one tick. The tape may be closed. */
  static ReplayData read(Tape tape, Clock clock, Episode episode) {
    long start = episode.timeNs()[0];
    long end = episode.timeNs()[episode.ticks() - 1];
    return new ReplayData(
        tape.instrument(),
        clock,
        new DepthReader(tape, clock, start, end).read(),
        TradePrints.read(tape.trades(), clock, start, end),
        episode,
        new Board.None());
  }

  /**
   * An episode of at least one tick in a market that is made, not recorded: no depth, no trades.
   */
  static ReplayData withoutRecording(Episode episode) {
    int first = (int) Math.round(episode.mid()[0] / FINEST_PRICE);
    DepthHistory nothing = new DepthHistory.Recorder(first, first, episode.timeNs()[0]).finish();
    TradePrints none = new TradePrints(new long[0], new int[0], new float[0], new byte[0]);
    return new ReplayData(
        new Instrument("model", episode.fillRule(), FINEST_PRICE, 1),
        Clock.LOCAL,
        nothing,
        none,
        episode,
        new Board.None());
  }

  /** The same recording under another policy's episode of the same window, without a board. */
  ReplayData with(Episode other) {
    return new ReplayData(instrument, clock, depth, trades, other, new Board.None());
  }

  /** The same with what happened at each venue. */
  ReplayData with(Board known) {
    return new ReplayData(instrument, clock, depth, trades, episode, known);
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
