package io.makerbench.system.venues;

import io.makerbench.book.Ladder;
import io.makerbench.venue.MarketReplay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the agent observes at a wake-up: for each market {@value #PER_MARKET} numbers, for each but
 * the first its basis, and the share of the stretch that is left. All are scaled by constants to be
 * of the order of 1; those of a market whose book has not two sides yet are 0.
 *
 * <p>The place in the queue is that of the wake-up before: the agent could not know it sooner.
 */
final class Observation {
  private static final int PER_MARKET = 13;
  private static final double DISTANCE_SCALE = 10;
  private static final double QUEUE_SCALE = 10;
  private static final double BPS_SCALE = 5;
  private static final double LARGEST = 10;

  private static final List<String> PARTS =
      List.of(
          "spread",
          "imbalance",
          "microprice",
          "drift",
          "volatility",
          "flow",
          "position",
          "bid",
          "bid distance",
          "bid queue",
          "ask",
          "ask distance",
          "ask queue");

  private final VenueSetup setup;

  Observation(VenueSetup setup) {
    this.setup = setup;
  }

  int width() {
    int markets = setup.terms().size();
    return markets * PER_MARKET + markets;
  }

  /** What it is made of, in words that change when its meaning does. */
  String words() {
    return "venue-replay every "
        + setup.config().wakeIntervalMillis()
        + " ms: spread, imbalance, microprice, drift, volatility, flow, position, quotes (present,"
        + " distance, queue) of "
        + setup.terms().stream().map(MarketTerms::name).collect(Collectors.joining(", "))
        + "; bases; time left; quotes at "
        + setup.config().quoteOffsets();
  }

  /** Names of the numbers, in order. */
  List<String> names() {
    List<String> markets = setup.terms().stream().map(MarketTerms::name).toList();
    List<String> names = new ArrayList<>();
    for (String market : markets) {
      PARTS.forEach(part -> names.add(market + " " + part));
    }
    markets.stream().skip(1).forEach(market -> names.add(market + " basis"));
    names.add("time left");
    return names;
  }

  void write(Passage passage, float[] out, int at) {
    int place = at;
    for (Venue venue : passage.venues) {
      write(venue, out, place);
      place += PER_MARKET;
    }
    for (int m = 1; m < passage.venues.length; m++) {
      out[place++] = number(passage.bases.deviation(m) / BPS_SCALE);
    }
    out[place] = (float) passage.left();
  }

  private static void write(Venue venue, float[] out, int at) {
    MarketReplay replay = venue.replay;
    int bid = replay.book().bestBid();
    int ask = replay.book().bestAsk();
    if (!Ladder.isPrice(bid) || !Ladder.isPrice(ask)) {
      Arrays.fill(out, at, at + PER_MARKET, 0);
      return;
    }
    double bidSize = replay.book().size(Ladder.BID, bid);
    double askSize = replay.book().size(Ladder.ASK, ask);
    double imbalance = (bidSize - askSize) / (bidSize + askSize);
    double spread = (double) ask - bid;
    MarketView view = venue.view;
    out[at] = number(Math.log1p(Math.max(0, spread) / venue.terms.tick()));
    out[at + 1] = number(imbalance);
    out[at + 2] = number(imbalance * spread / venue.terms.tick() / 2 / DISTANCE_SCALE);
    out[at + 3] = number(view.drift() / BPS_SCALE);
    out[at + 4] = number(view.volatility() / BPS_SCALE);
    out[at + 5] = number(view.flow());
    out[at + 6] = number(venue.share());
    quote(venue, 1, bid, out, at + 7);
    quote(venue, -1, ask, out, at + 10);
  }

  /** The own quote of a side: there or not, its distance behind the touch, its queue. */
  private static void quote(Venue venue, int sign, int touch, float[] out, int at) {
    int order = venue.quote(sign);
    boolean there = order >= 0;
    double behind = there ? (double) sign * (touch - venue.replay.price(order)) : 0;
    double ahead = venue.view.ahead[sign > 0 ? Ladder.BID : Ladder.ASK];
    out[at] = there ? 1 : 0;
    out[at + 1] = number(behind / venue.terms.tick() / DISTANCE_SCALE);
    out[at + 2] = number(Math.log1p(ahead / venue.terms.orderLots()) / QUEUE_SCALE);
  }

  /** Within bounds, and 0 for what is not known. */
  private static float number(double value) {
    return Double.isNaN(value) ? 0 : (float) Math.clamp(value, -LARGEST, LARGEST);
  }
}
