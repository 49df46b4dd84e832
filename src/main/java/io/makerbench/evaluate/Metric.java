package io.makerbench.evaluate;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The figures of one episode, declared once: tables on screen, CSV files and reports are made from
 * this list, in its order. "quote" is the currency prices are in, "base" the one sizes are in.
 */
public enum Metric {
  REALISED_PNL(
      "Realised PnL",
      "quote",
      Better.HIGHER,
      "Cash after the square-off minus initial cash; spread PnL + inventory PnL + funding − fees.",
      m -> m.pnl()),
  SPREAD_PNL(
      "Spread PnL",
      "quote",
      Better.HIGHER,
      "Gain of each fill against the mid at its instant, summed.",
      m -> m.split().spread()),
  INVENTORY_PNL(
      "Inventory PnL",
      "quote",
      Better.HIGHER,
      "Gain of the held position from the moving mid.",
      m -> m.split().inventory()),
  FEES(
      "Fees",
      "quote",
      Better.LOWER,
      "Fees and fixed costs paid; negative for net rebates.",
      m -> m.split().fees()),
  FUNDING_PNL(
      "Funding PnL",
      "quote",
      Better.HIGHER,
      "Funding received less funding paid, where the market records it.",
      m -> m.desk().funding()),
  HEDGE_PNL(
      "Hedge PnL",
      "quote",
      Better.HIGHER,
      "Part of the spread PnL: gain of hedges, where the market records their cause.",
      m -> m.desk().hedges()),
  EXIT_PNL(
      "Exit PnL",
      "quote",
      Better.HIGHER,
      "Part of the spread PnL: gain of exits, where the market records their cause.",
      m -> m.desk().exits()),
  KILL_RATE(
      "Kill rate",
      "share",
      Better.LOWER,
      "Share of episodes that a kill switch ended, where the market has one.",
      m -> m.desk().killed()),
  ND_PNL(
      "ND-PnL",
      "base",
      Better.HIGHER,
      "Realised PnL over the time average of the market's spread.",
      m -> m.pnl() / m.exposure().marketSpread()),
  MAP(
      "MAP",
      "base",
      Better.LOWER,
      "Mean absolute position: time average of |inventory|.",
      m -> m.exposure().meanAbsolutePosition()),
  MAX_POSITION(
      "Largest position",
      "base",
      Better.LOWER,
      "Largest |inventory| at any tick.",
      m -> m.exposure().maxAbsolutePosition()),
  PNL_PER_MAP(
      "PnL / MAP",
      "quote/base",
      Better.HIGHER,
      "Realised PnL over the mean absolute position.",
      m -> m.pnl() / m.exposure().meanAbsolutePosition()),
  RETURN_ON_TURNOVER(
      "PnL / turnover",
      "bps",
      Better.HIGHER,
      "Realised PnL over the value executed: what was earned of each unit of money traded.",
      m -> Measured.BASIS_POINTS * m.pnl() / m.trading().turnover()),
  PNL_PER_DRAWDOWN(
      "PnL / max drawdown",
      "",
      Better.HIGHER,
      "Realised PnL over the largest drawdown.",
      m -> m.pnl() / m.risk().maxDrawdown()),
  SHARPE(
      "Sharpe (annual)",
      "",
      Better.HIGHER,
      "Mean over standard deviation of the change of equity each second, times √31,536,000.",
      m -> m.risk().sharpe() * EquityRisk.ROOT_OF_SECONDS_A_YEAR),
  SORTINO(
      "Sortino (annual)",
      "",
      Better.HIGHER,
      "Mean change of equity each second over the root mean square of its losses, times"
          + " √31,536,000.",
      m -> m.risk().sortino() * EquityRisk.ROOT_OF_SECONDS_A_YEAR),
  MAX_DRAWDOWN(
      "Max drawdown",
      "quote",
      Better.LOWER,
      "Largest fall of equity from its running peak, looked at on every tick.",
      m -> m.risk().maxDrawdown()),
  CVAR_10(
      "CVaR 10 %",
      "quote",
      Better.HIGHER,
      "Mean of the worst tenth of the changes of equity each second.",
      m -> m.risk().cvar10()),
  FILLS("Fills", "", Better.NONE, "Executions, the square-off included.", m -> m.trading().fills()),
  BUYS("Buys", "", Better.NONE, "Executions that bought.", m -> m.trading().buys()),
  SELLS("Sells", "", Better.NONE, "Executions that sold.", m -> m.trading().sells()),
  VOLUME("Volume", "base", Better.NONE, "Quantity executed.", m -> m.trading().volume()),
  TURNOVER(
      "Turnover",
      "quote",
      Better.NONE,
      "Value executed: price × quantity, summed.",
      m -> m.trading().turnover()),
  QUOTES(
      "Quotes",
      "",
      Better.NONE,
      "Own orders that became active: ticks and sides at which an own price appeared or changed.",
      m -> m.trading().quotes()),
  REFUSALS(
      "Refused orders",
      "",
      Better.LOWER,
      "Requests the exchange did not take, as below its least order value.",
      m -> m.trading().refusals()),
  FILL_RATE(
      "Fill rate",
      "",
      Better.NONE,
      "Fills of resting orders per quote.",
      m -> (double) m.trading().makerFills() / m.trading().quotes()),
  QUOTE_TO_TRADE(
      "Quote-to-trade",
      "",
      Better.NONE,
      "Quotes per fill of a resting order.",
      m -> (double) m.trading().quotes() / m.trading().makerFills()),
  TIME_QUOTED(
      "Time quoted",
      "share",
      Better.NONE,
      "Share of time with an own order on at least one side.",
      m -> m.exposure().timeQuoted()),
  TIME_TWO_SIDED(
      "Time two-sided",
      "share",
      Better.NONE,
      "Share of time with own orders on both sides.",
      m -> m.exposure().timeTwoSided()),
  INVENTORY_STD(
      "Inventory std",
      "base",
      Better.LOWER,
      "Standard deviation of the inventory over time.",
      m -> m.exposure().positionSd()),
  TIME_AT_LIMIT(
      "Time at limit",
      "share",
      Better.LOWER,
      "Share of time with |inventory| at the limit.",
      m -> m.exposure().timeAtLimit()),
  MAKER_SHARE(
      "Maker share",
      "share",
      Better.HIGHER,
      "Share of the volume executed while resting.",
      m -> m.trading().makerShare()),
  TAKER_SHARE(
      "Taker share",
      "share",
      Better.LOWER,
      "Share of the volume executed by crossing the spread, the square-off included.",
      m -> 1 - m.trading().makerShare()),
  HALF_SPREAD(
      "Half-spread captured",
      "quote/base",
      Better.HIGHER,
      "Spread PnL over volume: how far from the mid fills were, on the right side of it.",
      m -> m.split().spread() / m.trading().volume()),
  MARKOUT_100MS(
      "Markout 100 ms",
      "quote/base",
      Better.HIGHER,
      "Realised half-spread of resting orders 100 ms after the fill, volume weighted.",
      m -> m.markouts().realised(100)),
  MARKOUT_1S(
      "Markout 1 s",
      "quote/base",
      Better.HIGHER,
      "Realised half-spread of resting orders 1 s after the fill, volume weighted.",
      m -> m.markouts().realised(1_000)),
  MARKOUT_10S(
      "Markout 10 s",
      "quote/base",
      Better.HIGHER,
      "Realised half-spread of resting orders 10 s after the fill, volume weighted.",
      m -> m.markouts().realised(10_000)),
  MARKOUT_60S(
      "Markout 1 min",
      "quote/base",
      Better.HIGHER,
      "Realised half-spread of resting orders 1 min after the fill, volume weighted.",
      m -> m.markouts().realised(60_000)),
  SHARE_OF_OPTIMUM(
      "Share of the optimum",
      "share",
      Better.HIGHER,
      "Sum of the rewards over the largest that can be expected, where the market's is known.",
      m -> m.rewards() / m.optimalValue());

  private final String label;
  private final String unit;
  private final Better better;
  private final String help;
  private final ToDoubleFunction<Measured> measure;

  Metric(
      String label, String unit, Better better, String help, ToDoubleFunction<Measured> measure) {
    this.label = label;
    this.unit = unit;
    this.better = better;
    this.help = help;
    this.measure = measure;
  }

  /** What the figures of an episode are computed from. */
  record Measured(
      double pnl,
      PnlSplit split,
      EquityRisk risk,
      Exposure exposure,
      Trading trading,
      Markouts markouts,
      DeskFigures desk,
      double rewards,
      double optimalValue) {
    static final double BASIS_POINTS = 1e4;
  }

  double of(Measured measured) {
    return measure.applyAsDouble(measured);
  }

  /** Name of its column in files, in snake case. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name for people. */
  public String label() {
    return label;
  }

  /** Unit; empty for a plain number. */
  public String unit() {
    return unit;
  }

  /** Which way it improves. */
  public Better better() {
    return better;
  }

  /** One line that says what it is. */
  public String help() {
    return help;
  }
}
