package io.makerbench.workbench.data;

import io.makerbench.tape.BookGlimpses;
import io.makerbench.tape.TapePreview;
import io.makerbench.workbench.plot.Curve;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** One book as two curves: how much rests between the touch and each price. */
final class BookCurve {
  private static final int BID_COLOUR = 2;
  private static final int ASK_COLOUR = 5;

  private BookCurve() {}

  /** Bids and asks of a part of a preview; sizes in base currency. */
  static List<Curve> of(TapePreview preview, int part) {
    BookGlimpses books = preview.book();
    int bids = levels(books.depth(), level -> books.bidSize(part, level) > 0 ? 1 : 0);
    int asks = levels(books.depth(), level -> books.askSize(part, level) > 0 ? 1 : 0);
    if (bids == 0 && asks == 0) {
      return List.of();
    }
    return List.of(bids(preview, part, bids), asks(preview, part, asks));
  }

  private static int levels(int depth, IntUnaryOperator there) {
    int levels = 0;
    while (levels < depth && there.applyAsInt(levels) == 1) {
      levels++;
    }
    return levels;
  }

  /** From the deepest bid up to the best: prices ascend. */
  private static Curve bids(TapePreview preview, int part, int levels) {
    BookGlimpses books = preview.book();
    double[] price = new double[2 * levels];
    double[] size = new double[2 * levels];
    double sum = 0;
    for (int level = 0; level < levels; level++) {
      int at = 2 * (levels - 1 - level);
      double before = sum;
      sum += preview.instrument().size(books.bidSize(part, level));
      price[at] = preview.instrument().price(books.bidPrice(part, level));
      price[at + 1] = price[at];
      size[at] = sum;
      size[at + 1] = before;
    }
    return Curve.of("bids", BID_COLOUR, price, size);
  }

  private static Curve asks(TapePreview preview, int part, int levels) {
    BookGlimpses books = preview.book();
    double[] price = new double[2 * levels];
    double[] size = new double[2 * levels];
    double sum = 0;
    for (int level = 0; level < levels; level++) {
      price[2 * level] = preview.instrument().price(books.askPrice(part, level));
      price[2 * level + 1] = price[2 * level];
      size[2 * level] = sum;
      sum += preview.instrument().size(books.askSize(part, level));
      size[2 * level + 1] = sum;
    }
    return Curve.of("asks", ASK_COLOUR, price, size);
  }
}
