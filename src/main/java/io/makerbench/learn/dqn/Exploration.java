package io.makerbench.learn.dqn;

/**
 * Share of random actions, falling linearly in ticks.
 *
 * @param start share up to the warm-up
 * @param end share from {@code lastTick} on
 * @param warmupTicks ticks before it begins to fall
 * @param lastTick tick at which it has fallen
 */
record Exploration(double start, double end, long warmupTicks, long lastTick) {
  /** Share at a tick. */
  double at(long tick) {
    if (tick <= warmupTicks) {
      return start;
    }
    if (tick >= lastTick) {
      return end;
    }
    return start + (end - start) * (tick - warmupTicks) / (lastTick - warmupTicks);
  }
}
