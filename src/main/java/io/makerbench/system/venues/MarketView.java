package io.makerbench.system.venues;

import io.makerbench.book.Ladder;
import io.makerbench.venue.MarketReplay;
import java.util.Arrays;

/**
 * What the agent makes of a market's feed: mid, averages of it, volatility and the flow of trades,
 * brought up to date at every wake-up. Averages decay with time: an observation of age t counts
 * e^(−t/τ).
 */
final class MarketView {
  private static final double FLOW_TAU = 1;
  private static final double MEAN_TAU = 1;
  private static final double VARIANCE_TAU = 10;
  private static final double SECONDS_PER_NS = 1e-9;
  private static final double BPS = 1e-4;

  private final MarketReplay replay;
  private final MarketTerms terms;
  private long time;
  private double mid;
  private double meanMid;
  private double variance;
  private double bought;
  private double sold;
  private long boughtBefore;
  private long soldBefore;

  /** Quantity ahead of the best own bid and ask at the wake-up before; NaN when there was none. */
  final double[] ahead = new double[2];

  private final double[] aheadNow = new double[2];

  MarketView(MarketReplay replay, MarketTerms terms) {
    this.replay = replay;
    this.terms = terms;
  }

  void begin(long now) {
    time = now;
    mid = Double.NaN;
    meanMid = Double.NaN;
    variance = 0;
    bought = 0;
    sold = 0;
    Arrays.fill(ahead, Double.NaN);
    Arrays.fill(aheadNow, Double.NaN);
    boughtBefore = replay.bought();
    soldBefore = replay.sold();
    seeMid();
    meanMid = mid;
  }

  private void seeMid() {
    int bid = replay.book().bestBid();
    int ask = replay.book().bestAsk();
    if (Ladder.isPrice(bid) && Ladder.isPrice(ask)) {
      mid = terms.price(((long) bid + ask) * 0.5);
    }
  }

  /** Takes in what was received up to the replay's time. */
  void refresh(long now) {
    double seconds = (now - time) * SECONDS_PER_NS;
    time = now;
    takeTrades(seconds);
    double before = mid;
    seeMid();
    if (Double.isNaN(meanMid)) {
      meanMid = mid;
    } else {
      meanMid += (1 - Math.exp(-seconds / MEAN_TAU)) * (mid - meanMid);
    }
    if (!Double.isNaN(before)) {
      double change = (mid / before - 1) / BPS;
      double rate = 1 - Math.exp(-seconds / VARIANCE_TAU);
      variance += rate * (change * change / seconds - variance);
    }
    for (int side = Ladder.BID; side <= Ladder.ASK; side++) {
      ahead[side] = aheadNow[side];
      aheadNow[side] = replay.restingAhead(side == Ladder.BID ? 1 : -1);
    }
  }

  private void takeTrades(double seconds) {
    double kept = Math.exp(-seconds / FLOW_TAU);
    bought = bought * kept + replay.bought() - boughtBefore;
    sold = sold * kept + replay.sold() - soldBefore;
    boughtBefore = replay.bought();
    soldBefore = replay.sold();
  }

  /** Latest mid price in quote currency; NaN before the book first had two sides. */
  double mid() {
    return mid;
  }

  /** Distance of the mid from its average over about a second, bps. */
  double drift() {
    return (mid / meanMid - 1) / BPS;
  }

  /** Deviation of the mid's changes, bps a root of a second. */
  double volatility() {
    return Math.sqrt(variance);
  }

  /** Bought less sold over their sum, of takers in the last second or so; 0 without trades. */
  double flow() {
    double all = bought + sold;
    return all > 0 ? (bought - sold) / all : 0;
  }
}
