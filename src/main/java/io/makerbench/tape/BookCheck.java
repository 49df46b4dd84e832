package io.makerbench.tape;

import io.makerbench.book.Ladder;

/**
 * Builds the book of raw messages beside that of a tape and compares the two in every level after
 * every update, and their best levels with the quotes of the same moment.
 */
final class BookCheck implements BinanceReader.Rows {
  private final BinancePlaces places;
  private final RecordedBook recorded;
  private final Quotes tapeQuotes;
  private final Grid prices;
  private final Grid sizes;
  private final Ladder raw = new Ladder();
  private final BookComparison comparison = new BookComparison();
  private final QuoteMatch quotes = new QuoteMatch();
  private long updates;
  private long equalBooks;
  private String firstDifference = "";
  private long nextQuote;
  private long quotedByTime;
  private long agreeingByTime;

  BookCheck(BinancePlaces places, Tape tape) {
    this.places = places;
    recorded = new RecordedBook(tape);
    tapeQuotes = tape.quotes();
    prices = new Grid(tape.instrument().priceStep(), Rounding.MOST_TICKS);
    sizes = new Grid(tape.instrument().sizeStep(), Rounding.MOST_LOTS);
  }

  /** The outcome, once all was read. */
  BinanceAgreement agreement() {
    quotes.end();
    return new BinanceAgreement(
        updates,
        equalBooks,
        firstDifference,
        quotes.compared(),
        quotes.agreeing(),
        quotedByTime,
        agreeingByTime);
  }

  @Override
  public void take(BookDiff diff, int snapshotFlag, long localNs) {
    boolean snapshot = snapshotFlag != 0;
    if (!snapshot && !recorded.atEnd() && recorded.nextIsSnapshot()) {
      recorded.advance(); // One that only this tape has must be the book as it is.
      compare(diff);
    }
    if (snapshot) {
      raw.clear();
    }
    for (int i = 0; i < diff.levels(); i++) {
      raw.set(
          diff.sides()[i] == Levels.ASK ? Ladder.ASK : Ladder.BID,
          (int) prices.steps(diff.prices()[i]),
          (long) sizes.steps(diff.sizes()[i]));
    }
    while (!recorded.atEnd() && recorded.nextTime() <= diff.exchangeNs()) {
      recorded.advance();
    }
    compare(diff);
    if (!snapshot) {
      quotes.book(best(diff.last()));
      compareByTime(diff.transactionNs());
    }
  }

  private void compare(BookDiff diff) {
    updates++;
    if (comparison.equal(raw, recorded.ladder())) {
      equalBooks++;
    } else if (firstDifference.isEmpty()) {
      firstDifference = places.shortPlace(diff.place());
    }
  }

  private void compareByTime(long timeNs) {
    while (nextQuote < tapeQuotes.rows() && tapeQuotes.exchangeTime(nextQuote) <= timeNs) {
      nextQuote++;
    }
    if (nextQuote > 0) {
      quotedByTime++;
      boolean same =
          tapeQuotes.bidPrice(nextQuote - 1) == raw.bestBid()
              && tapeQuotes.askPrice(nextQuote - 1) == raw.bestAsk();
      agreeingByTime += same ? 1 : 0;
    }
  }

  private QuoteMatch.Best best(long update) {
    int bid = raw.bestBid();
    int ask = raw.bestAsk();
    return new QuoteMatch.Best(
        update, bid, raw.size(Ladder.BID, bid), ask, raw.size(Ladder.ASK, ask));
  }

  @Override
  public void quote(BinanceMessage message, long exchangeNs, long localNs, long place) {
    quotes.quote(
        new QuoteMatch.Best(
            message.last,
            (int) prices.steps(message.bidPrice),
            (long) sizes.steps(message.bidSize),
            (int) prices.steps(message.askPrice),
            (long) sizes.steps(message.askSize)));
  }

  @Override
  public void trade(BinanceMessage message, long exchangeNs, long localNs, long place) {
    // Trades do not tell the book.
  }

  @Override
  public void markPrice(
      BinanceMessage message, long fundingNs, long exchangeNs, long localNs, long place) {
    // Marks do not tell the book.
  }
}
