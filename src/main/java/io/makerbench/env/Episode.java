package io.makerbench.env;

import io.makerbench.book.Contract;
import java.util.List;
import java.util.Optional;

/**
 * The record of one policy's passage through one window of the market: a row a tick, and its fills.
 * All arrays have one entry a tick.
 *
 * @param policy name of the policy
 * @param window name of the window
 * @param fillRule name of the fill rule the figures rest on, and of further rules that are not
 *     usual
 * @param contract what a unit of position is worth in the money of this record: quote currency
 *     throughout, at a fixed rate where the contract settles in coins
 * @param initialCash cash at the start, quote currency
 * @param timeNs time the policy saw the book, ns since 1970 UTC
 * @param mid mid price
 * @param bestBid best bid
 * @param bestAsk best ask
 * @param ownBid price of the own active bid; NaN when there is none
 * @param ownAsk price of the own active ask; NaN when there is none
 * @param bidAhead quantity ahead of the own bid in its queue; NaN when unknown or none
 * @param askAhead quantity ahead of the own ask in its queue; NaN when unknown or none
 * @param inventory position after the tick
 * @param cash cash after the tick
 * @param equity cash + inventory × worth at mid after the tick
 * @param drawdown distance of equity from its running peak, ≥ 0
 * @param reward reward accounted at the tick
 * @param action action in force after the tick; −1 for no quotes
 * @param decided true where the policy was asked
 * @param fills executions in order of time, the square-off last
 * @param refusals own requests the exchange did not take, as below its least order value
 * @param series what else the market records, an entry a tick; empty for most
 */
public record Episode(
    String policy,
    String window,
    String fillRule,
    Contract contract,
    double initialCash,
    long[] timeNs,
    double[] mid,
    double[] bestBid,
    double[] bestAsk,
    double[] ownBid,
    double[] ownAsk,
    double[] bidAhead,
    double[] askAhead,
    double[] inventory,
    double[] cash,
    double[] equity,
    double[] drawdown,
    double[] reward,
    int[] action,
    boolean[] decided,
    List<Fill> fills,
    int refusals,
    List<EpisodeSeries> series) {
  /** The same under other names. */
  public Episode named(String newPolicy, String newWindow) {
    return copy(newPolicy, newWindow, series);
  }

  /** The same with what else the market records. */
  public Episode with(List<EpisodeSeries> recorded) {
    return copy(policy, window, List.copyOf(recorded));
  }

  private Episode copy(String ofPolicy, String inWindow, List<EpisodeSeries> recorded) {
    return new Episode(
        ofPolicy,
        inWindow,
        fillRule,
        contract,
        initialCash,
        timeNs,
        mid,
        bestBid,
        bestAsk,
        ownBid,
        ownAsk,
        bidAhead,
        askAhead,
        inventory,
        cash,
        equity,
        drawdown,
        reward,
        action,
        decided,
        fills,
        refusals,
        recorded);
  }

  /** Of a linear contract of one unit of base currency, and without refusals. */
  public Episode(
      String policy,
      String window,
      String fillRule,
      double initialCash,
      long[] timeNs,
      double[] mid,
      double[] bestBid,
      double[] bestAsk,
      double[] ownBid,
      double[] ownAsk,
      double[] bidAhead,
      double[] askAhead,
      double[] inventory,
      double[] cash,
      double[] equity,
      double[] drawdown,
      double[] reward,
      int[] action,
      boolean[] decided,
      List<Fill> fills) {
    this(
        policy,
        window,
        fillRule,
        Contract.SPOT,
        initialCash,
        timeNs,
        mid,
        bestBid,
        bestAsk,
        ownBid,
        ownAsk,
        bidAhead,
        askAhead,
        inventory,
        cash,
        equity,
        drawdown,
        reward,
        action,
        decided,
        fills,
        0,
        List.of());
  }

  /** Number of ticks. */
  public int ticks() {
    return timeNs.length;
  }

  /**
   * Values of a further series, an entry a tick; empty where the market does not record it.
   *
   * @param of what it is of, see {@link EpisodeSeries#of}
   */
  public Optional<double[]> series(String of, String name) {
    return series.stream()
        .filter(s -> s.of().equals(of) && s.name().equals(name))
        .map(EpisodeSeries::values)
        .findFirst();
  }

  /**
   * Realised profit: the last cash, after the square-off, minus the initial cash; 0 of no ticks.
   */
  public double realisedPnl() {
    if (!fills.isEmpty()) {
      return fills.getLast().cash() - initialCash;
    }
    return ticks() == 0 ? 0 : cash[ticks() - 1] - initialCash;
  }
}
