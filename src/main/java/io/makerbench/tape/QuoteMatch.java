package io.makerbench.tape;

import java.util.ArrayDeque;

/**
 * Matches books with the best quotes of the same moment: the last quote whose update id is not
 * above the book's. Quotes of a moment may come before or after the update that shows it.
 */
final class QuoteMatch {
  /** Best levels at an update, in ticks and lots. */
  record Best(long update, int bid, long bidSize, int ask, long askSize) {
    private boolean same(Best other) {
      return bid == other.bid
          && bidSize == other.bidSize
          && ask == other.ask
          && askSize == other.askSize;
    }
  }

  /** Books that wait for quotes, at most; in a recording without quotes none is compared. */
  private static final int MOST_WAITING = 1 << 16;

  private final ArrayDeque<Best> books = new ArrayDeque<>();
  private final ArrayDeque<Best> quotes = new ArrayDeque<>();
  private long compared;
  private long agreeing;

  void book(Best book) {
    books.add(book);
    match();
    if (books.size() > MOST_WAITING) {
      books.removeFirst();
    }
  }

  void quote(Best quote) {
    quotes.add(quote);
    match();
    if (quotes.size() > MOST_WAITING) {
      quotes.removeFirst();
    }
  }

  /** Compares the books of which it is certain that no further quote belongs to them. */
  private void match() {
    while (!books.isEmpty()
        && !quotes.isEmpty()
        && quotes.getLast().update() > books.getFirst().update()) {
      compare(books.removeFirst());
    }
  }

  private void compare(Best book) {
    Best last = null;
    while (!quotes.isEmpty() && quotes.getFirst().update() <= book.update()) {
      last = quotes.removeFirst();
    }
    if (last != null) {
      quotes.addFirst(last);
      compared++;
      agreeing += last.same(book) ? 1 : 0;
    }
  }

  /** To be called when nothing more comes. */
  void end() {
    while (!books.isEmpty()) {
      compare(books.removeFirst());
    }
  }

  long compared() {
    return compared;
  }

  long agreeing() {
    return agreeing;
  }
}
