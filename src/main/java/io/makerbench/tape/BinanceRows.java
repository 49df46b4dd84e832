package io.makerbench.tape;

/** Puts what raw messages say into the spools of an import, in the words of the Tardis kinds. */
final class BinanceRows implements BinanceReader.Rows {
  private static final int TIMES = 2;

  private final Spools spools;
  private final Findings findings;
  private final BinancePlaces places;

  BinanceRows(Spools spools, Findings findings, BinancePlaces places) {
    this.spools = spools;
    this.findings = findings;
    this.places = places;
  }

  @Override
  public void take(BookDiff diff, int snapshotFlag, long localNs) {
    int flag = snapshotFlag == 0 ? 0 : RecordingColumns.CODE_SNAPSHOT;
    for (int level = 0; level < diff.levels(); level++) {
      Spool spool =
          row(RecordingType.INCREMENTAL_BOOK_L2, 3, diff.exchangeNs(), localNs, diff.place());
      spool.put(flag + (diff.sides()[level] == Levels.ASK ? (long) RecordingColumns.CODE_ASK : 0L));
      put(spool, spools.prices(RecordingType.INCREMENTAL_BOOK_L2), diff.prices()[level]);
      put(spool, spools.sizes(), diff.sizes()[level]);
      spool.put(diff.place());
    }
  }

  @Override
  public void trade(BinanceMessage message, long exchangeNs, long localNs, long place) {
    Spool spool = row(RecordingType.TRADES, 4, exchangeNs, localNs, place);
    spool.put(message.tradeId + 1); // 0 means that there is none.
    spool.put(message.buyerIsMaker == 1 ? -1L : 1L);
    put(spool, spools.prices(RecordingType.TRADES), message.price);
    put(spool, spools.sizes(), message.quantity);
    spool.put(place);
  }

  @Override
  public void quote(BinanceMessage message, long exchangeNs, long localNs, long place) {
    Spool spool = row(RecordingType.QUOTES, 4, exchangeNs, localNs, place);
    put(spool, spools.prices(RecordingType.QUOTES), message.bidPrice);
    put(spool, spools.sizes(), message.bidSize);
    put(spool, spools.prices(RecordingType.QUOTES), message.askPrice);
    put(spool, spools.sizes(), message.askSize);
    spool.put(place);
  }

  @Override
  public void markPrice(
      BinanceMessage message, long fundingNs, long exchangeNs, long localNs, long place) {
    Spool spool = row(RecordingType.DERIVATIVE_TICKER, 7, exchangeNs, localNs, place);
    spool.put(fundingNs);
    spool.put(message.fundingRate);
    spool.put(Double.NaN); // Predicted funding, open interest and last price are not in it.
    spool.put(Double.NaN);
    spool.put(Double.NaN);
    spool.put(message.indexPrice);
    spool.put(message.price);
    spool.put(place);
  }

  private Spool row(RecordingType type, int values, long exchangeNs, long localNs, long place) {
    Spool spool = spools.of(type, new Spool.Layout(TIMES + values, true));
    if (spool.rows() == 0) {
      spool.begin(places);
    }
    if (!spool.row(exchangeNs, localNs)) {
      findings.add(Defect.UNSORTED, type.table(), () -> places.shortPlace(place));
    }
    return spool;
  }

  private static void put(Spool spool, Grid grid, double value) {
    grid.see(value);
    spool.put(value);
  }
}
