package io.makerbench.system.perp.engine;

/** What is drawn for each episode of each copy; fees are shares of the money traded. */
public final class DrawnTerms {
  /** Fee of resting orders less the rebate; copies × venues. */
  public final double[] makerFee;

  /** Fee of taking orders; copies × venues. */
  public final double[] takerFee;

  /** Slippage per unit of size, USD. */
  public final double[] slippageLinear;

  /** Slippage per squared unit of size, USD. */
  public final double[] slippageQuadratic;

  /** Volatility at which nothing is widened. */
  public final double[] referenceVolatility;

  /** Weight of the newest squared return in the quick variance. */
  public final double[] alphaShort;

  /** Weight of the newest squared return in the slow variance. */
  public final double[] alphaLong;

  DrawnTerms(int copies, int venues, Columns columns) {
    makerFee = columns.doubles(copies * venues);
    takerFee = columns.doubles(copies * venues);
    slippageLinear = columns.doubles(copies);
    slippageQuadratic = columns.doubles(copies);
    referenceVolatility = columns.doubles(copies);
    alphaShort = columns.doubles(copies);
    alphaLong = columns.doubles(copies);
  }
}
