package io.makerbench.tape;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows of a tape in words, for tests. */
final class TapeRows {
  private TapeRows() {}

  /** Order events: {@code inferred ADD bid 7 10000 x 3}. */
  static List<String> orders(Path path) {
    try (Tape tape = Tape.open(path)) {
      Orders orders = tape.orders();
      List<String> result = new ArrayList<>();
      for (long row = 0; row < orders.rows(); row++) {
        result.add(
            (orders.inferred(row) ? "inferred " : "")
                + orders.kind(row)
                + " "
                + List.of("bid", "ask", "-").get(orders.side(row))
                + " "
                + orders.id(row)
                + " "
                + orders.price(row)
                + " x "
                + orders.size(row));
      }
      return result;
    }
  }

  /** Trades: the taker's sign, price and size. */
  static List<String> trades(Path path) {
    try (Tape tape = Tape.open(path)) {
      Trades trades = tape.trades();
      List<String> result = new ArrayList<>();
      for (long row = 0; row < trades.rows(); row++) {
        result.add(trades.takerSign(row) + " " + trades.price(row) + " x " + trades.size(row));
      }
      return result;
    }
  }

  /** Findings with their counts. */
  static List<String> findings(ImportReport report) {
    return report.header().findings().stream().map(f -> f.kind() + " " + f.count()).toList();
  }
}
