package io.makerbench.tape;

import io.makerbench.book.Ladder;
import io.makerbench.book.OrderBook;
import io.makerbench.book.OrderOutcome;
import io.makerbench.tape.BitstampTrades.Fill;
import io.makerbench.tape.OrdersWriter.Origin;
import java.util.TreeMap;

/** Writes order events of Bitstamp to a tape. */
final class BitstampImport {
  private final OrderTables tables;
  private final BitstampSteps steps;
  private final BitstampStart start;
  private final BitstampTrades trades;
  private final RecentIds gone = new RecentIds();
  private final OrderBook book = new OrderBook();
  private final long[] frontId = new long[1];
  private final long[] frontSize = new long[1];
  private final int[] bestPrice = new int[1];
  private long time;
  private boolean begun;

  BitstampImport(OrderTables tables, BitstampSteps steps, BitstampStart start) {
    this.tables = tables;
    this.steps = steps;
    this.start = start;
    trades = new BitstampTrades(tables);
  }

  /** Writes a file and returns its number of events. */
  long write(BitstampFile file) {
    tables.read(file.path());
    long read = file.read(this::take);
    trades.settle();
    return read;
  }

  private void take(BitstampEvent event, CsvLines line) {
    tables.line(line.line());
    stamp(event.time);
    if (!begun) {
      begun = true;
      tables.found(Defect.RECEIPT_TIME_ONLY);
      begin(line);
    }
    if (valid(event)) {
      apply(event, steps.ticks(event, line), steps.lots(event, line));
    }
    tables.state(book);
  }

  private void stamp(long now) {
    if (now < time) {
      tables.found(Defect.TIME_WENT_BACK);
    }
    time = Math.max(time, now);
    tables.at(time);
    trades.passTo(time);
    gone.passTo(time);
  }

  /** The oldest order of a level stands in front. */
  private void begin(CsvLines line) {
    tables.beginSnapshot();
    BitstampEvent placed = new BitstampEvent();
    new TreeMap<>(start.orders())
        .forEach((id, resting) -> {
          placed.id = id;
          placed.side = resting.side();
          placed.price = resting.price();
          placed.volume = resting.volume();
          if (placed.volume > 0 && terms(placed)) {
            tables.found(Defect.PLACED_BEFORE);
            add(Origin.INFERRED, placed, steps.ticks(placed, line), steps.lots(placed, line));
          }
        });
    tables.endSnapshot();
  }

  private static boolean terms(BitstampEvent event) {
    return Rounding.validPrice(event.price)
        && event.volume >= 0
        && event.volume <= OrderBook.MAX_SIZE;
  }

  private boolean valid(BitstampEvent event) {
    boolean empty = event.volume == 0 && event.action == BitstampEvent.Action.CREATED;
    if (terms(event) && !empty) {
      return true;
    }
    drop(Rounding.validPrice(event.price) ? Defect.BAD_SIZE : Defect.BAD_PRICE);
    return false;
  }

  private void drop(Defect defect) {
    tables.found(defect);
    tables.drop();
  }

  private void apply(BitstampEvent event, int price, long lots) {
    boolean known = book.contains(event.id);
    if (event.action == BitstampEvent.Action.CREATED) {
      create(event, price, lots);
    } else if (start.orders().remove(event.id) != null) {
      applyFirst(event, price, lots);
    } else if (!known) {
      gone.add(event.id, time);
      drop(Defect.ORDER_GONE);
    } else if (event.action == BitstampEvent.Action.DELETED && lots > 0) {
      delete(event, lots);
    } else {
      change(event, price, lots);
    }
  }

  private void create(BitstampEvent event, int price, long lots) {
    if (gone.contains(event.id)) {
      drop(Defect.ORDER_GONE);
      return;
    }
    if (book.contains(event.id)) {
      tables.found(Defect.ORDER_ID_REUSED);
      remove(Origin.INFERRED, event.id);
    }
    add(Origin.RECORDED, event, price, lots);
  }

  private void add(Origin origin, BitstampEvent event, int price, long lots) {
    book.add(event.id, event.side, price, lots);
    tables.order(OrderKind.ADD, origin, event.side, event.id, price, lots);
    tables.level(event.side, price, book.size(event.side, price));
  }

  private void remove(Origin origin, long id) {
    int side = book.sideOf(id);
    int price = book.priceOf(id);
    tables.order(OrderKind.DELETE, origin, side, id, price, book.sizeOf(id));
    book.cancel(id);
    tables.level(side, price, book.size(side, price));
  }

  /** The first event of an order that was there before: what it had until then is not known. */
  private void applyFirst(BitstampEvent event, int price, long lots) {
    if (event.action == BitstampEvent.Action.CHANGED || lots == 0) {
      trades.take(new Fill(event.id, event.side, price, 0, time));
    } else {
      remove(Origin.RECORDED, event.id);
    }
  }

  private void delete(BitstampEvent event, long lots) {
    if (lots != book.sizeOf(event.id)) {
      tables.found(Defect.ORDER_CONTRADICTED);
    }
    remove(Origin.RECORDED, event.id);
  }

  private void change(BitstampEvent event, int price, long lots) {
    long left = book.sizeOf(event.id);
    boolean moved = book.priceOf(event.id) != price || book.sideOf(event.id) != event.side;
    if (lots > 0 && (moved || lots > left)) {
      tables.found(Defect.ORDER_REPRICED);
      remove(Origin.RECORDED, event.id);
      add(Origin.RECORDED, event, price, lots);
    } else if (lots < left) {
      fill(new Fill(event.id, book.sideOf(event.id), book.priceOf(event.id), left - lots, time));
    }
  }

  private void fill(Fill fill) {
    OrderKind kind = took(fill) ? OrderKind.TAKE : OrderKind.EXECUTE;
    tables.order(kind, Origin.RECORDED, fill.side(), fill.id(), fill.price(), fill.lots());
    if (kind == OrderKind.TAKE) {
      book.reduce(fill.id(), fill.lots());
    } else if (book.execute(fill.id(), fill.lots()) == OrderOutcome.OUT_OF_TURN) {
      tables.found(Defect.OUT_OF_TURN);
    }
    tables.level(fill.side(), fill.price(), book.size(fill.side(), fill.price()));
    trades.take(fill);
  }

  /** True for the younger order of a trade: its other half waits, or still stands in its way. */
  private boolean took(Fill fill) {
    if (trades.completes(fill)) {
      return fill.id() > trades.waitingId();
    }
    int other = fill.side() == Ladder.BID ? Ladder.ASK : Ladder.BID;
    if (book.copyTop(other, 1, bestPrice, frontSize) == 0) {
      return false;
    }
    int lead = fill.price() - bestPrice[0];
    boolean crosses = fill.side() == Ladder.BID ? lead >= 0 : lead <= 0;
    book.copyQueue(other, bestPrice[0], 1, frontId, frontSize);
    return crosses && fill.id() > frontId[0];
  }
}
