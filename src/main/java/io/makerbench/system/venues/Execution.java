package io.makerbench.system.venues;

import io.makerbench.env.Side;

/**
 * An execution in quote and base currency, with the market at its instant.
 *
 * @param time exchange time, ns since 1970 UTC
 * @param quantity base currency, positive
 * @param cost fees, quote currency
 * @param mid mid price
 * @param bid best bid; NaN without one
 * @param ask best ask; NaN without one
 * @param squareOff true when it closed the position at the end
 */
record Execution(
    long time,
    Side side,
    double price,
    double quantity,
    boolean maker,
    double cost,
    double mid,
    double bid,
    double ask,
    boolean squareOff) {}
