package io.makerbench.system.replay;

import io.makerbench.tape.Instrument;
import io.makerbench.tape.OrderKind;
import io.makerbench.tape.Orders;
import io.makerbench.tape.Tape;
import io.makerbench.tape.TapeWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small tape written by hand: price step 0.1, lot 0.001, five levels a side one step apart. Times
 * in ms after {@link #START}.
 */
final class TestTape {
  static final long START = 1_700_000_000_000_000_000L;
  static final long MS = 1_000_000L;
  static final int DEPTH = 5;

  private record State(long exchange, long local, int bid, int ask, long[] bids, long[] asks) {}

  private record Trade(long exchange, int side, int price, long size) {}

  private record Order(long exchange, OrderKind kind, int side, long id, int price, long size) {}

  private record Funding(long exchange, long due, double rate, double mark) {}

  private final List<State> states = new ArrayList<>();
  private final List<Trade> trades = new ArrayList<>();
  private final List<Order> orders = new ArrayList<>();
  private final List<Funding> fundings = new ArrayList<>();
  private long feedLatency;
  private double sizeStep = 0.001;

  /** Feed latency of the states that follow, ms. */
  TestTape feedLatency(long ms) {
    feedLatency = ms;
    return this;
  }

  TestTape sizeStep(double step) {
    sizeStep = step;
    return this;
  }

  /** A book with ten lots at every level. */
  TestTape book(long ms, int bid, int ask) {
    return book(ms, bid, ask, 10, 10);
  }

  /** A book with these sizes at the touch and ten lots behind. */
  TestTape book(long ms, int bid, int ask, long bidSize, long askSize) {
    return book(
        ms, bid, ask, new long[] {bidSize, 10, 10, 10, 10}, new long[] {askSize, 10, 10, 10, 10});
  }

  TestTape book(long ms, int bid, int ask, long[] bids, long[] asks) {
    states.add(new State(at(ms), at(ms + feedLatency), bid, ask, bids, asks));
    return this;
  }

  /** A trade; side +1 when the taker bought, 0 unknown. */
  TestTape trade(long ms, int side, int price, long size) {
    trades.add(new Trade(at(ms), side, price, size));
    return this;
  }

  /** An event of a single order; {@code sign} is +1 for bids. */
  TestTape order(long ms, OrderKind kind, int sign, long id, int price, long size) {
    orders.add(new Order(at(ms), kind, sign > 0 ? Orders.BID : Orders.ASK, id, price, size));
    return this;
  }

  TestTape funding(long ms, long dueMs, double rate, double mark) {
    fundings.add(new Funding(at(ms), at(dueMs), rate, mark));
    return this;
  }

  /** Repeats the last book long after, so that the end of the tape is out of the way. */
  TestTape andQuiet() {
    State last = states.getLast();
    for (int i = 1; i <= 2; i++) {
      long later = i * 10_000 * MS;
      states.add(
          new State(
              last.exchange + later, last.local + later, last.bid, last.ask, last.bids, last.asks));
    }
    return this;
  }

  static long at(long ms) {
    return START + ms * MS;
  }

  Tape write(Path folder) {
    Path path = folder.resolve("test" + System.nanoTime() + ".tape");
    try (TapeWriter writer = new TapeWriter(path)) {
      writeStates(writer.table("states"));
      if (!trades.isEmpty()) {
        writeTrades(writer.table("trades"));
      }
      if (!orders.isEmpty()) {
        writeOrders(writer.table("orders"));
      }
      if (!fundings.isEmpty()) {
        writeTicker(writer.table("ticker"));
      }
      writer.finish(new Instrument("test", "TEST", 0.1, sizeStep), List.of(), DEPTH, List.of());
    }
    return Tape.open(path);
  }

  private void writeStates(TapeWriter.TableWriter table) {
    TapeWriter.ColumnWriter exchange = table.longs("exchange_time");
    TapeWriter.ColumnWriter local = table.longs("local_time");
    TapeWriter.ColumnWriter changed = table.bytes("first_changed");
    for (State state : states) {
      exchange.put(state.exchange);
      local.put(state.local);
      changed.put((byte) 0);
    }
    for (int level = 0; level < DEPTH; level++) {
      TapeWriter.ColumnWriter bidPrice = table.ints("bid_price_" + level);
      TapeWriter.ColumnWriter bidSize = table.longs("bid_size_" + level);
      TapeWriter.ColumnWriter askPrice = table.ints("ask_price_" + level);
      TapeWriter.ColumnWriter askSize = table.longs("ask_size_" + level);
      for (State state : states) {
        bidPrice.put(state.bid - level);
        bidSize.put(state.bids[level]);
        askPrice.put(state.ask + level);
        askSize.put(state.asks[level]);
      }
    }
  }

  private void writeTrades(TapeWriter.TableWriter table) {
    TapeWriter.ColumnWriter exchange = table.longs("exchange_time");
    TapeWriter.ColumnWriter local = table.longs("local_time");
    TapeWriter.ColumnWriter side = table.bytes("side");
    TapeWriter.ColumnWriter price = table.ints("price");
    TapeWriter.ColumnWriter size = table.longs("size");
    for (Trade trade : trades) {
      exchange.put(trade.exchange);
      local.put(trade.exchange);
      side.put((byte) trade.side);
      price.put(trade.price);
      size.put(trade.size);
    }
  }

  private void writeOrders(TapeWriter.TableWriter table) {
    TapeWriter.ColumnWriter exchange = table.longs("exchange_time");
    TapeWriter.ColumnWriter local = table.longs("local_time");
    TapeWriter.ColumnWriter kind = table.bytes("kind");
    TapeWriter.ColumnWriter inferred = table.bytes("inferred");
    TapeWriter.ColumnWriter side = table.bytes("side");
    TapeWriter.ColumnWriter id = table.longs("id");
    TapeWriter.ColumnWriter price = table.ints("price");
    TapeWriter.ColumnWriter size = table.longs("size");
    for (Order order : orders) {
      exchange.put(order.exchange);
      local.put(order.exchange);
      kind.put((byte) order.kind.ordinal());
      inferred.put((byte) 0);
      side.put((byte) order.side);
      id.put(order.id);
      price.put(order.price);
      size.put(order.size);
    }
  }

  private void writeTicker(TapeWriter.TableWriter table) {
    TapeWriter.ColumnWriter exchange = table.longs("exchange_time");
    TapeWriter.ColumnWriter local = table.longs("local_time");
    TapeWriter.ColumnWriter due = table.longs("funding_time");
    TapeWriter.ColumnWriter rate = table.doubles("funding_rate");
    TapeWriter.ColumnWriter mark = table.doubles("mark_price");
    List<TapeWriter.ColumnWriter> others =
        List.of(
            table.doubles("predicted_funding_rate"),
            table.doubles("open_interest"),
            table.doubles("last_price"),
            table.doubles("index_price"));
    for (Funding funding : fundings) {
      exchange.put(funding.exchange);
      local.put(funding.exchange);
      due.put(funding.due);
      rate.put(funding.rate);
      mark.put(funding.mark);
      others.forEach(column -> column.put(Double.NaN));
    }
  }
}
