package io.makerbench.system;

/**
 * One of several markets that a policy acts in at once, as a window of its own: its book, its
 * orders, its share of the account. A part is shown beside the whole and is no further window to be
 * judged on.
 *
 * @param market name of the market, for people
 * @param window window that shows it; {@link Market#run} takes it
 * @param inventoryLimit largest position in this market in base currency; NaN where that is no
 *     constant
 */
public record Part(String market, Window window, double inventoryLimit) {}
