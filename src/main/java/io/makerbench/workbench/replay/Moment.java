package io.makerbench.workbench.replay;

import io.makerbench.env.Episode;

/**
 * What an episode knew at an instant.
 *
 * @param episode the episode
 * @param tick its last tick at the instant
 */
record Moment(Episode episode, int tick) {
  static Moment at(Episode episode, long instantNs) {
    return new Moment(episode, Math.max(0, Series.lastAtOrBefore(episode.timeNs(), instantNs)));
  }

  double mid() {
    return episode.mid()[tick];
  }

  double bestBid() {
    return episode.bestBid()[tick];
  }

  double bestAsk() {
    return episode.bestAsk()[tick];
  }

  double ownBid() {
    return episode.ownBid()[tick];
  }

  double ownAsk() {
    return episode.ownAsk()[tick];
  }

  double bidAhead() {
    return episode.bidAhead()[tick];
  }

  double askAhead() {
    return episode.askAhead()[tick];
  }

  double inventory() {
    return episode.inventory()[tick];
  }

  /** Equity minus initial cash. */
  double pnl() {
    return episode.equity()[tick] - episode.initialCash();
  }

  double drawdown() {
    return episode.drawdown()[tick];
  }

  /** The action in force; −1 for no quotes. */
  int action() {
    return episode.action()[tick];
  }
}
