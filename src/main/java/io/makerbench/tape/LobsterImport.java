package io.makerbench.tape;

/** Writes LOBSTER recordings of one stock to a tape, day by day. */
final class LobsterImport implements LobsterBook.Listener {
  private static final int PRICE_COLUMN = 4;

  private final OrderTables tables;
  private final LobsterSteps steps;
  private final LobsterBook book;
  private long midnight;
  private long time;

  LobsterImport(OrderTables tables, LobsterSteps steps, int levels) {
    this.tables = tables;
    this.steps = steps;
    book = new LobsterBook(steps, levels, this);
  }

  /** Writes a day and returns its number of messages. */
  long write(LobsterDay day) {
    midnight = day.name().midnight();
    tables.read(day.messages().file());
    book.beginDay();
    tables.beginSnapshot();
    return day.read(steps, this::take);
  }

  private void take(LobsterMessage message, LobsterRow row, CsvLines line) {
    tables.line(line.line());
    stamp(message);
    if (!book.follow(message, row, line)) {
      tables.drop();
    } else if (message.type == LobsterMessage.EXECUTE) {
      tables.trade(
          -message.direction, steps.nearest(line, PRICE_COLUMN, message.price), message.size);
    } else if (!message.ofVisibleOrder()) {
      takeUnseen(message, line);
    }
    tables.endSnapshot();
    tables.state(book.book());
  }

  private void stamp(LobsterMessage message) {
    long now = midnight + message.time;
    if (now < time) {
      tables.found(Defect.TIME_WENT_BACK);
    }
    time = Math.max(time, now);
    tables.at(time);
  }

  /** A message that changes no order of the visible book. */
  private void takeUnseen(LobsterMessage message, CsvLines line) {
    if (!message.ofOrder()) {
      order(message.kind(), OrdersWriter.Origin.RECORDED, Orders.NO_SIDE, 0, 0, 0);
      return;
    }
    boolean hidden = message.type == LobsterMessage.HIDDEN;
    if (!steps.onGrid(message.price)) {
      tables.found(Defect.OFF_GRID);
    }
    int price = steps.nearest(line, PRICE_COLUMN, message.price);
    int side = hidden ? message.side() : Orders.NO_SIDE;
    order(message.kind(), OrdersWriter.Origin.RECORDED, side, 0, price, message.size);
    tables.found(hidden ? Defect.HIDDEN_TRADE : Defect.AUCTION_TRADE);
    tables.trade(hidden ? -message.direction : 0, price, message.size);
  }

  @Override
  public void order(
      OrderKind kind, OrdersWriter.Origin origin, int side, long id, int price, long size) {
    tables.order(kind, origin, side, id, price, size);
  }

  @Override
  public void level(int side, int price, long size) {
    tables.level(side, price, size);
  }

  @Override
  public void found(Defect defect) {
    tables.found(defect);
  }

  @Override
  public void entered(int side, int price, long ours, long published) {
    if (ours != published) {
      tables.found(Defect.LEVEL_CAME_INTO_VIEW);
    }
  }

  @Override
  public void mismatch(int side, int level, int price, long ours, long published) {
    tables.found(Defect.BOOK_DIFFERS);
  }
}
