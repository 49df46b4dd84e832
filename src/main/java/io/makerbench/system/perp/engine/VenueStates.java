package io.makerbench.system.perp.engine;

import java.util.Arrays;

/** The venues of all copies: venue v of copy c is at c × venues + v. Prices are in USD. */
public final class VenueStates {
  /** The venue may be quoted on. */
  public static final int HEALTHY = 0;

  /** The venue's flow is toxic; quotes are small. */
  public static final int WARNING = 1;

  /** Nothing is sent to the venue. */
  public static final int DISABLED = 2;

  /** Mid price; 0 where there is no book. */
  public final double[] mid;

  public final double[] spread;

  /** Money resting near the mid, USD. */
  public final double[] depth;

  /** Age of the book, ms. */
  public final double[] staleness;

  /** Mid the last return was taken from; 0 before the first. */
  public final double[] lastMid;

  /** Quick and slow variance of the log returns of the mid. */
  public final double[] varianceShort;

  public final double[] varianceLong;

  /** Funding rate over eight hours, paid by longs when positive. */
  public final double[] funding;

  /** Mean adverse move after own fills, 0 … 1. */
  public final double[] markout;

  /** Least toxicity, for markets whose toxicity is set from outside. */
  public final double[] toxicityFloor;

  public final double[] toxicity;

  /** One of {@link #HEALTHY}, {@link #WARNING}, {@link #DISABLED}. */
  public final int[] status;

  /** Position, base currency. */
  public final double[] position;

  /** Mean price of the position; 0 without one. */
  public final double[] entry;

  /** Money free for further positions, USD. */
  public final double[] margin;

  /** Distance to liquidation in standard deviations. */
  public final double[] distance;

  /** Own quotes; of size 0 where there is none. */
  public final double[] bidPrice;

  public final double[] bidSize;
  public final double[] askPrice;
  public final double[] askSize;

  /** What a policy makes of the engine's quotes and hedges over what the engine alone does. */
  public final double[] spreadScale;

  public final double[] sizeScale;
  public final double[] offset;
  public final double[] hedgeWeight;

  /** Room for one copy's reckoning. */
  final double[] scratch;

  final double[] room;

  private final double[][] forgotten;

  VenueStates(int length, Columns columns) {
    mid = columns.doubles(length);
    spread = columns.doubles(length);
    depth = columns.doubles(length);
    staleness = columns.doubles(length);
    lastMid = columns.doubles(length);
    varianceShort = columns.doubles(length);
    varianceLong = columns.doubles(length);
    funding = columns.doubles(length);
    markout = columns.doubles(length);
    toxicityFloor = columns.doubles(length);
    toxicity = columns.doubles(length);
    status = columns.integers(length);
    position = columns.doubles(length);
    entry = columns.doubles(length);
    margin = columns.doubles(length);
    distance = columns.doubles(length);
    bidPrice = columns.doubles(length);
    bidSize = columns.doubles(length);
    askPrice = columns.doubles(length);
    askSize = columns.doubles(length);
    spreadScale = columns.doubles(length);
    sizeScale = columns.doubles(length);
    offset = columns.doubles(length);
    hedgeWeight = columns.doubles(length);
    scratch = new double[length];
    room = new double[length];
    forgotten =
        new double[][] {
          mid,
          spread,
          depth,
          staleness,
          lastMid,
          varianceShort,
          varianceLong,
          funding,
          markout,
          toxicityFloor,
          toxicity,
          position,
          entry,
          bidPrice,
          bidSize,
          askPrice,
          askSize
        };
  }

  /** Forgets the venues from {@code from} to {@code to}, exclusive. */
  void clear(int from, int to) {
    for (double[] column : forgotten) {
      Arrays.fill(column, from, to, 0);
    }
    Arrays.fill(status, from, to, HEALTHY);
  }
}
