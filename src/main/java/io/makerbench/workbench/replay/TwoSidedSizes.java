package io.makerbench.workbench.replay;

import io.makerbench.tape.Levels;

/**
 * The sizes of both sides by price while a recording is read. A price may change its side within
 * one message; what is recorded is the sum of both, so that the order of the rows does not matter.
 */
final class TwoSidedSizes {
  private final DepthHistory.Recorder recorder;
  private final int lowest;
  private final long[] bids;
  private final long[] asks;

  TwoSidedSizes(DepthHistory.Recorder recorder) {
    this.recorder = recorder;
    lowest = recorder.lowest();
    bids = new long[recorder.prices()];
    asks = new long[recorder.prices()];
  }

  void set(long timeNs, byte side, int tick, long lots) {
    if (!recorder.within(tick)) {
      return;
    }
    int place = tick - lowest;
    (side == Levels.BID ? bids : asks)[place] = lots;
    recorder.put(timeNs, tick, bids[place] + asks[place]);
  }

  void clear(long timeNs) {
    for (int place = 0; place < bids.length; place++) {
      bids[place] = 0;
      asks[place] = 0;
      recorder.put(timeNs, lowest + place, 0);
    }
  }
}
