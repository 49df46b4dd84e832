package io.makerbench.env;

/**
 * One execution of an own order as an exchange would list it: with its order, in the market's own
 * whole numbers.
 *
 * @param order number of the order, from 1 in the order of sending
 * @param side BUY when the position grew
 * @param price price in ticks
 * @param quantity executed quantity in the market's unit of size, positive
 * @param requestNs local time of the last request sent for the order, ns since 1970 UTC
 * @param timeNs exchange time of the execution, ns since 1970 UTC
 */
public record OrderFill(
    long order, Side side, int price, double quantity, long requestNs, long timeNs) {}
