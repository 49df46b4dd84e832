package io.makerbench.workbench.replay;

/** The clock of the recording on which an episode was played. */
enum Clock {
  EXCHANGE,
  LOCAL;

  long time(long exchangeNs, long localNs) {
    return this == LOCAL ? localNs : exchangeNs;
  }
}
