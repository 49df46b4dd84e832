package io.makerbench.env;

/**
 * One execution of an own order, with the account right after it.
 *
 * @param tick row of the episode's series at which it was accounted
 * @param timeNs exchange time of the execution, ns since 1970 UTC
 * @param side BUY when the position grew
 * @param price execution price in quote currency
 * @param quantity executed quantity in base currency, positive
 * @param maker true when the order was resting
 * @param cost fees and fixed cost paid in quote currency, negative for a rebate
 * @param mid mid price at the execution
 * @param bestBid best bid at the execution; NaN when there was none
 * @param bestAsk best ask at the execution; NaN when there was none
 * @param cash cash after it
 * @param inventory position after it
 * @param totalCost costs paid since the start of the episode
 * @param pnl equity minus initial cash after it
 * @param drawdown distance of equity from its running peak after it, ≥ 0
 * @param maxDrawdown largest drawdown so far, ≥ 0
 * @param squareOff true when it closed the remaining inventory at the end of the episode
 */
public record Fill(
    int tick,
    long timeNs,
    Side side,
    double price,
    double quantity,
    boolean maker,
    double cost,
    double mid,
    double bestBid,
    double bestAsk,
    double cash,
    double inventory,
    double totalCost,
    double pnl,
    double drawdown,
    double maxDrawdown,
    boolean squareOff) {}
