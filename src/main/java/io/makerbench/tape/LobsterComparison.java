package io.makerbench.tape;

import io.makerbench.tape.Verdict.Figure;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts what {@link LobsterBook} finds as it is held to the published rows. */
final class LobsterComparison implements LobsterBook.Listener {
  private final LobsterBook book;
  private final double priceStep;
  private long rows;
  private long levels;
  private long started;
  private long entered;
  private long taken;
  private long gone;
  private long unknown;
  private long mismatches;
  private @Nullable String first;

  LobsterComparison(LobsterSteps steps, int depth, double priceStep) {
    this.priceStep = priceStep;
    book = new LobsterBook(steps, depth, this);
  }

  void take(LobsterMessage message, LobsterRow row, CsvLines line) {
    rows++;
    levels += row.levels[Orders.BID] + row.levels[Orders.ASK];
    book.follow(message, row, line);
  }

  Verdict verdict() {
    return new Verdict(
        List.of(
            Figure.count("rows compared", rows),
            Figure.count("levels compared", levels),
            Figure.count("levels of the first row, where the book starts", started),
            Figure.count("levels that came into view at the deep edge", entered),
            Figure.count("of these in our book as published", entered - taken),
            Figure.count("of these taken from the row", taken),
            Figure.count("levels of our book gone when their price came into view", gone),
            Figure.count("messages about orders that no message added", unknown),
            Figure.count("mismatches", mismatches)),
        mismatches,
        first);
  }

  @Override
  public void order(
      OrderKind kind, OrdersWriter.Origin origin, int side, long id, int price, long size) {
    // Only the levels are published.
  }

  @Override
  public void level(int side, int price, long size) {
    // The comparison looks at the levels itself.
  }

  @Override
  public void found(Defect defect) {
    started += defect == Defect.RESTING_AT_START ? 1 : 0;
    unknown += defect == Defect.UNKNOWN_ORDER ? 1 : 0;
  }

  @Override
  public void entered(int side, int price, long ours, long published) {
    if (published == 0) {
      gone++;
      return;
    }
    entered++;
    taken += ours == published ? 0 : 1;
  }

  @Override
  public void mismatch(int side, int level, int price, long ours, long published) {
    if (mismatches++ == 0) {
      first =
          String.format(
              Locale.ROOT,
              "row %d, %s level %d, price %.4f: our book has %d, published are %d",
              rows,
              side == Orders.BID ? "bid" : "ask",
              level + 1,
              price * priceStep,
              ours,
              published);
    }
  }
}
