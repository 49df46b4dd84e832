package io.makerbench.system.replay;

import io.makerbench.random.RandomStream;

/** Generates small tapes at random, with crossings, locked books and trades of unknown side. */
final class RandomTape {
  private RandomTape() {}

  static TestTape of(long seed, int states) {
    return of(seed, states, 0);
  }

  /** No two states of one time. */
  static TestTape distinctTimes(long seed, int states) {
    return of(seed, states, 1);
  }

  private static TestTape of(long seed, int states, int leastStep) {
    RandomStream random = RandomStream.named(seed, "test tape", 0);
    TestTape tape = new TestTape().feedLatency(5);
    int bid = 600_000;
    long ms = 0;
    for (int i = 0; i < states; i++) {
      ms += leastStep + random.nextInt(60);
      bid += random.nextInt(5) - 2;
      int spread = random.nextInt(4);
      int trades = random.nextInt(3);
      for (int t = 0; t < trades; t++) {
        int price = bid + random.nextInt(spread + 5) - 2;
        tape.trade(ms, random.nextInt(3) - 1, price, 1 + random.nextInt(12));
      }
      tape.book(ms, bid, bid + spread, 1 + random.nextInt(15), 1 + random.nextInt(15));
    }
    return tape;
  }
}
