package io.makerbench.tape;

/** Prices over time, from the best source a tape has. Rows are in order of local time. */
interface Touch {
  long rows();

  /** Local time, ns since 1970 UTC. */
  long time(long row);

  /** Quote currency; NaN where that side is empty. */
  double bid(long row);

  /** Quote currency; NaN where that side is empty. */
  double ask(long row);

  /** Whether bid and ask are two prices, not the one of a trade. */
  boolean quoted();

  /** Of book states, else of published quotes, else of trades. */
  static Touch of(Tape tape) {
    if (tape.states().rows() > 0) {
      return new OfStates(tape.states(), tape.instrument());
    }
    return tape.quotes().rows() > 0
        ? new OfQuotes(tape.quotes(), tape.instrument())
        : new OfTrades(tape.trades(), tape.instrument());
  }

  /** Of the book. */
  record OfStates(BookStates states, Instrument instrument) implements Touch {
    @Override
    public long rows() {
      return states.rows();
    }

    @Override
    public long time(long row) {
      return states.localTime(row);
    }

    @Override
    public double bid(long row) {
      return states.bidSize(row, 0) == 0 ? Double.NaN : instrument.price(states.bidPrice(row, 0));
    }

    @Override
    public double ask(long row) {
      return states.askSize(row, 0) == 0 ? Double.NaN : instrument.price(states.askPrice(row, 0));
    }

    @Override
    public boolean quoted() {
      return true;
    }
  }

  /** As published. */
  record OfQuotes(Quotes quotes, Instrument instrument) implements Touch {
    @Override
    public long rows() {
      return quotes.rows();
    }

    @Override
    public long time(long row) {
      return quotes.localTime(row);
    }

    @Override
    public double bid(long row) {
      return quotes.bidSize(row) == 0 ? Double.NaN : instrument.price(quotes.bidPrice(row));
    }

    @Override
    public double ask(long row) {
      return quotes.askSize(row) == 0 ? Double.NaN : instrument.price(quotes.askPrice(row));
    }

    @Override
    public boolean quoted() {
      return true;
    }
  }

  /** The one price of a trade for both. */
  record OfTrades(Trades trades, Instrument instrument) implements Touch {
    @Override
    public long rows() {
      return trades.rows();
    }

    @Override
    public long time(long row) {
      return trades.localTime(row);
    }

    @Override
    public double bid(long row) {
      return instrument.price(trades.price(row));
    }

    @Override
    public double ask(long row) {
      return bid(row);
    }

    @Override
    public boolean quoted() {
      return false;
    }
  }
}
