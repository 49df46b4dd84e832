package io.makerbench.system.perp;

import io.makerbench.config.InputException;
import java.util.Locale;

/** Whether the records of whole episodes fit into memory, asked before the first is played. */
final class EpisodeRoom {
  /** The record of every tick, and its copy of the length the episode became. */
  private static final int TIMES_HELD = 2;

  /** Numbers of a tick that every system's episodes have. */
  private static final int USUAL_NUMBERS = 18;

  /** What the rest of the program needs. */
  private static final double SHARE_OF_HEAP = 0.5;

  private static final double MIB = 1 << 20;

  private EpisodeRoom() {}

  /**
   * Asks for room for the record of one evaluated episode.
   *
   * @throws InputException when the longest episode would not fit
   */
  static void requireForEvaluation(PerpConfig config) {
    int numbers = USUAL_NUMBERS + SeriesRecorder.count(config.venues().size());
    require(config, (long) TIMES_HELD * Double.BYTES * numbers, 1);
  }

  /**
   * Asks for room for the rows of episodes of a dataset.
   *
   * @param atOnce episodes that are held together
   * @throws InputException when they would not fit
   */
  static void requireForRows(PerpConfig config, int atOnce) {
    int floats = Observation.of(config).width() + ActionCode.width(config.venues().size()) + 1;
    require(config, (long) floats * Float.BYTES + 1 + Long.BYTES, atOnce);
  }

  private static void require(PerpConfig config, long bytesOfTick, int atOnce) {
    double room = SHARE_OF_HEAP * Runtime.getRuntime().maxMemory();
    // No array holds more than 2³¹ numbers or bytes.
    long most = Math.min((long) (room / bytesOfTick / atOnce), Integer.MAX_VALUE / bytesOfTick);
    if (config.maxTicks() > most) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "market.max_ticks is %d: %s of %d venues would take %.0f MiB, and this process has"
                  + " %.0f MiB for that. Choose at most %d ticks%s, or start it with a larger heap"
                  + " (-Xmx).",
              config.maxTicks(),
              atOnce == 1 ? "the record of an episode" : atOnce + " episodes at once",
              config.venues().size(),
              atOnce * bytesOfTick * (double) config.maxTicks() / MIB,
              room / MIB,
              most,
              atOnce == 1 ? "" : ", fewer workers"));
    }
  }
}
