package io.makerbench.system.perp.engine;

import java.util.Arrays;

/** The desk of each copy over all venues. Money is in USD, positions in base currency. */
public final class DeskStates {
  /** Nothing is amiss. */
  public static final int NORMAL = 0;

  /** A limit is near. */
  public static final int WARNING = 1;

  /** A limit was passed. */
  public static final int HARD_LIMIT = 2;

  public final double[] fairValue;
  public final double[] varianceShort;
  public final double[] varianceLong;

  /** Effective volatility of a step. */
  public final double[] sigma;

  /** Volatility over its reference, within bounds. */
  public final double[] volatilityRatio;

  public final double[] spreadFactor;
  public final double[] sizeFactor;
  public final double[] bandFactor;
  public final double[] net;

  /** Worth of the net position. */
  public final double[] delta;

  public final double[] deltaLimit;

  /** Worth of the positions' distances from fair value. */
  public final double[] basis;

  /** The same without regard to signs. */
  public final double[] grossBasis;

  public final double[] realised;
  public final double[] unrealised;

  /** One of {@link #NORMAL}, {@link #WARNING}, {@link #HARD_LIMIT}. */
  public final int[] regime;

  /** Ordinal of the {@link KillReason} that stopped the desk for good. */
  public final int[] killReason;

  /** Fills since the start of the episode. */
  public final int[] fills;

  /** What a policy makes of the size of hedges over what the engine alone does. */
  public final double[] hedgeScale;

  private final double[][] forgotten;

  DeskStates(int copies, Columns columns) {
    fairValue = columns.doubles(copies);
    varianceShort = columns.doubles(copies);
    varianceLong = columns.doubles(copies);
    sigma = columns.doubles(copies);
    volatilityRatio = columns.doubles(copies);
    spreadFactor = columns.doubles(copies);
    sizeFactor = columns.doubles(copies);
    bandFactor = columns.doubles(copies);
    net = columns.doubles(copies);
    delta = columns.doubles(copies);
    deltaLimit = columns.doubles(copies);
    basis = columns.doubles(copies);
    grossBasis = columns.doubles(copies);
    realised = columns.doubles(copies);
    unrealised = columns.doubles(copies);
    regime = columns.integers(copies);
    killReason = columns.integers(copies);
    fills = columns.integers(copies);
    hedgeScale = columns.doubles(copies);
    forgotten =
        new double[][] {
          fairValue,
          varianceShort,
          varianceLong,
          sigma,
          volatilityRatio,
          net,
          delta,
          basis,
          grossBasis,
          realised,
          unrealised
        };
  }

  /** Profit since the start of the episode. */
  public double profit(int copy) {
    return realised[copy] + unrealised[copy];
  }

  /** True once the kill switch is set; it stays set until the episode begins anew. */
  public boolean isKilled(int copy) {
    return killReason[copy] != KillReason.NONE.ordinal();
  }

  void clear(int copy) {
    for (double[] column : forgotten) {
      column[copy] = 0;
    }
    regime[copy] = NORMAL;
    fills[copy] = 0;
    killReason[copy] = KillReason.NONE.ordinal();
  }

  /** Lets every copy's hedges be as the engine makes them. */
  void leaveHedges() {
    Arrays.fill(hedgeScale, 1);
  }
}
