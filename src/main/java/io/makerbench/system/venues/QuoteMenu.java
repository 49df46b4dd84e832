package io.makerbench.system.venues;

import io.makerbench.config.InputException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The actions: for each market and side no quote or one at a distance from the touch, all in one
 * number, so that a learner of one discrete choice can quote in several markets. With k distances a
 * side has 1 + k choices, no quote first, and a market the square of that, the bid's being the slow
 * index; the first market is the fastest. Action 0 takes all quotes out.
 *
 * <p>Two more actions are for baselines only: {@link #atTheTouch} and {@link #renewed}.
 */
record QuoteMenu(int markets, List<Integer> offsets, int marketChoices, int choices) {
  /** No quote on a side. */
  static final int NO_QUOTE = Integer.MIN_VALUE;

  /** All quotes out of all markets. */
  static final int NO_QUOTES = 0;

  private static final int MOST_CHOICES = 4096;

  static QuoteMenu of(int markets, List<Integer> offsets) {
    if (offsets.isEmpty() || offsets.stream().distinct().count() < offsets.size()) {
      throw new InputException(
          "quote_offsets is " + offsets + "; give at least one distance, each once.");
    }
    int side = 1 + offsets.size();
    double all = Math.pow((double) side * side, markets);
    if (all > MOST_CHOICES) {
      throw new InputException(
          "quote_offsets: "
              + markets
              + " markets with "
              + offsets.size()
              + " distances make "
              + (long) all
              + " joint actions; at most "
              + MOST_CHOICES
              + " can be learned. Take fewer distances or markets.");
    }
    return new QuoteMenu(markets, List.copyOf(offsets), side * side, (int) all);
  }

  /** Both sides of all markets at the touch; no learner takes it unless 0 is a distance. */
  int atTheTouch() {
    return choices;
  }

  /** All live orders cancelled and new ones at the touch, as {@code ReferenceMaker} does. */
  int renewed() {
    return choices + 1;
  }

  /**
   * A learner's action in words, for example {@code binance 0/2, bybit –/0}: the distances of bid
   * and ask from the touch in each market, a dash for no quote.
   */
  String name(int action, List<String> marketNames) {
    return IntStream.range(0, markets)
        .mapToObj(m -> {
          String sides = side(bidOffset(action, m)) + "/" + side(askOffset(action, m));
          return markets == 1 ? sides : marketNames.get(m) + " " + sides;
        })
        .collect(Collectors.joining(", "));
  }

  private static String side(int offset) {
    return offset == NO_QUOTE ? "–" : String.valueOf(offset);
  }

  /** Distance of the bid of a market from its touch in ticks, or {@link #NO_QUOTE}. */
  int bidOffset(int action, int market) {
    return offset(action, market, 1 + offsets.size());
  }

  /** Distance of the ask of a market from its touch in ticks, or {@link #NO_QUOTE}. */
  int askOffset(int action, int market) {
    return offset(action, market, 1);
  }

  private int offset(int action, int market, int step) {
    if (action == atTheTouch()) {
      return 0;
    }
    int ofMarket = action;
    for (int m = 0; m < market; m++) {
      ofMarket /= marketChoices;
    }
    int choice = ofMarket % marketChoices / step % (1 + offsets.size());
    return choice == 0 ? NO_QUOTE : offsets.get(choice - 1);
  }
}
