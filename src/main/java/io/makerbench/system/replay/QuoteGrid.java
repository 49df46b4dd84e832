package io.makerbench.system.replay;

/**
 * The 16 actions: offsets of ask and bid from their touch, both counted 3, 2, 1, 0, the ask's being
 * the slow index. Offset 1 joins the touch, 0 improves it by a tick, 2 and 3 are one and two ticks
 * behind it. Action {@link #NO_QUOTES} takes both quotes out of the market.
 *
 * <p>bid = best bid − (offset − 1) ticks, at most best ask − 1 tick; ask = best ask + (offset − 1)
 * ticks, at least best bid + 1 tick; both rounded to a tick. If they still meet, the ask goes up
 * one tick when the position is not short, else the bid goes down one. Sizes: the smallest order,
 * but on the side that reduces a position as much as the position.
 */
final class QuoteGrid {
  static final int NO_QUOTES = -1;
  static final int ACTIONS = 16;

  /** Both quotes at the touch. */
  static final int AT_THE_TOUCH = 10;

  private static final int OFFSETS = 4;

  private final Terms terms;

  QuoteGrid(Terms terms) {
    this.terms = terms;
  }

  /** An action in words, for example {@code bid at touch, ask 1 behind}. */
  static String name(int action) {
    return "bid "
        + place(OFFSETS - 1 - action % OFFSETS)
        + ", ask "
        + place(OFFSETS - 1 - action / OFFSETS);
  }

  private static String place(int offset) {
    return switch (offset) {
      case 0 -> "1 inside";
      case 1 -> "at touch";
      default -> offset - 1 + " behind";
    };
  }

  /** Makes the slots want what an action means. */
  void quote(int action, int bestBid, int bestAsk, long inventory, OrderSlot bid, OrderSlot ask) {
    if (action == NO_QUOTES) {
      bid.want(0, 0);
      ask.want(0, 0);
      return;
    }
    int askOffset = OFFSETS - 1 - action / OFFSETS;
    int bidOffset = OFFSETS - 1 - action % OFFSETS;
    int tick = terms.tick();
    int bidPrice = rounded(Math.min(bestBid - (bidOffset - 1) * tick, bestAsk - tick));
    int askPrice = rounded(Math.max(bestAsk + (askOffset - 1) * tick, bestBid + tick));
    if (askPrice <= bidPrice) {
      if (inventory >= 0) {
        askPrice += tick;
      } else {
        bidPrice -= tick;
      }
    }
    bid.want(bidPrice, size(-inventory));
    ask.want(askPrice, size(inventory));
  }

  private int rounded(int price) {
    int tick = terms.tick();
    return tick == 1 ? price : Math.floorDiv(price + tick / 2, tick) * tick;
  }

  /** Size on the side that reduces a position of {@code reducible} lots. */
  private long size(long reducible) {
    long wanted = Math.max(terms.minOrderSize(), Math.min(reducible, terms.maxInventory()));
    return wanted - wanted % terms.lotStep();
  }
}
