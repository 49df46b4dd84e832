package io.makerbench.system.venues;

import io.makerbench.system.Span;

/**
 * One agent's way through a stretch of all markets on one clock, wake-up by wake-up: every market
 * goes on to the time of the wake-up, then the agent decides for all of them. The position is
 * closed at the last wake-up. What an order sent then would do is left out, and so is an execution
 * the agent has not heard of by then.
 *
 * <p>Reward of a wake-up: the change of equity in bps of the value of the largest positions, less
 * λ·Σ(q/q_max)²·Δt.
 *
 * <p>The markets share nothing but the agent, so between two wake-ups they may go on one after the
 * other. Not safe for several threads.
 */
final class Passage {
  private static final double BPS = 1e-4;
  private static final double SECONDS_PER_NS = 1e-9;
  private static final double NS_PER_MILLI = 1e6;

  final Venue[] venues;
  final Bases bases;

  /** Reward of the present wake-up by market; their sum is the agent's. */
  final double[] rewards;

  private final Session session;
  private final QuoteMenu menu;
  private final long interval;
  private final double penalty;
  private final FillLog log;
  private final double[] equities;
  private long startNs;
  private int wakeUps;
  private int wakeUp;

  Passage(Session session, VenueSetup setup, FillLog log) {
    this.session = session;
    this.log = log;
    int markets = session.tapes().size();
    menu = setup.menu();
    interval = interval(setup.config());
    penalty = setup.config().inventoryPenalty();
    venues = new Venue[markets];
    for (int m = 0; m < markets; m++) {
      double cash = setup.config().initialCash() / markets;
      venues[m] = new Venue(session.tapes().get(m), setup, m, cash);
    }
    bases = new Bases(venues);
    rewards = new double[markets];
    equities = new double[markets];
  }

  /** Time between two wake-ups, ns. */
  static long interval(VenuesConfig config) {
    return Math.round(config.wakeIntervalMillis() * NS_PER_MILLI);
  }

  /**
   * Wake-ups in a stretch. The last one of a whole session comes at or after its last event; within
   * a session none comes after the end of the stretch.
   */
  static int wakeUps(Span<Session> stretch, long interval) {
    long length = stretch.length();
    boolean toTheEnd = stretch.endNs() == stretch.on().endNs();
    return Math.toIntExact(toTheEnd ? Math.ceilDiv(length, interval) : length / interval);
  }

  /** Starts a stretch of the session and comes to its first wake-up. */
  void begin(Span<Session> stretch) {
    if (stretch.on() != session) {
      throw new IllegalArgumentException(stretch + " is of another session.");
    }
    startNs = stretch.startNs();
    wakeUps = wakeUps(stretch, interval);
    wakeUp = 0;
    for (int m = 0; m < venues.length; m++) {
      venues[m].begin(startNs);
      equities[m] = venues[m].account.initialCash();
    }
    bases.begin();
    advance();
  }

  /** Number of the present wake-up, from 1. */
  int wakeUp() {
    return wakeUp;
  }

  /** Time of the present wake-up, ns since 1970 UTC. */
  long now() {
    return startNs + wakeUp * interval;
  }

  /** True at the last wake-up. */
  boolean over() {
    return wakeUp == wakeUps;
  }

  /** Share of the stretch that is left. */
  double left() {
    return 1 - (double) wakeUp / wakeUps;
  }

  /** Sends to every market what an action asks for. */
  void act(int action) {
    for (int m = 0; m < venues.length; m++) {
      venues[m].act(menu, action, m);
    }
  }

  /** Goes on to the next wake-up; returns its reward. */
  double advance() {
    wakeUp++;
    long now = now();
    for (Venue venue : venues) {
      venue.advance(now, log);
      if (over()) {
        venue.squareOff(log);
      }
    }
    bases.refresh(interval * SECONDS_PER_NS);
    return reward();
  }

  private double reward() {
    double unit = 0;
    for (Venue venue : venues) {
      double value = venue.limitValue();
      unit += Double.isNaN(value) ? 0 : value;
    }
    double sum = 0;
    for (int m = 0; m < venues.length; m++) {
      double equity = venues[m].equity();
      double share = venues[m].share();
      double gain = unit > 0 ? (equity - equities[m]) / unit / BPS : 0;
      rewards[m] = gain - penalty * share * share * interval * SECONDS_PER_NS;
      equities[m] = equity;
      sum += rewards[m];
    }
    return sum;
  }

  /** Own orders executed since the start of the stretch, as far as the agent has heard. */
  int executions() {
    int sum = 0;
    for (Venue venue : venues) {
      sum += venue.account.executions;
    }
    return sum;
  }

  /** Equity of all markets less the cash at the start, quote currency. */
  double pnl() {
    double sum = 0;
    for (Venue venue : venues) {
      sum += venue.equity() - venue.account.initialCash();
    }
    return sum;
  }
}
