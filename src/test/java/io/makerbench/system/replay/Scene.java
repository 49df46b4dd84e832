package io.makerbench.system.replay;

import io.makerbench.book.OrderLatency;
import io.makerbench.system.FundingPayments;
import io.makerbench.system.Span;
import io.makerbench.tape.Tape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One copy replaying a small tape, driven by hand; its fills are collected. */
final class Scene implements AutoCloseable {
  static final FeatureConfig ALL_BLOCKS =
      new FeatureConfig(true, List.of(), true, true, true, true, true);
  static final double TIMEOUT_SEC = 0.35;

  final Simulation copy;
  final List<FillLog.Execution> fills = new ArrayList<>();
  private final Tape tape;
  private double reward;

  Scene(TestTape tape, Path folder, Terms terms) {
    this.tape = tape.andQuiet().write(folder);
    MarketClock clock = MarketClock.recorded(this.tape, terms.mode());
    Stretch stretch =
        stretch(this.tape, terms.fillRule() == FillRule.L3_FIFO ? clock.byOrder() : clock);
    copy =
        new Simulation(
            new Stretch[] {stretch},
            terms,
            ALL_BLOCKS,
            TIMEOUT_SEC,
            (execution, _) -> fills.add(execution));
    reward = copy.begin();
  }

  /** A stretch over the whole tape, without market features. */
  static Stretch stretch(Tape tape, Mode mode) {
    return stretch(tape, MarketClock.recorded(tape, mode));
  }

  private static Stretch stretch(Tape tape, MarketClock clock) {
    Mode mode = clock.mode();
    TickRows ticks = ticks(tape, mode);
    MarketFeatures none =
        new MarketFeatures(tape.states(), tape.instrument().priceStep(), ticks, List.of(), mode);
    return Stretch.of(
        new Span<>(clock, 0, Long.MAX_VALUE),
        new FeatureMatrix(none),
        Scaling.none(0),
        FundingPayments.OF_TICKER);
  }

  static TickRows ticks(Tape tape, Mode mode) {
    MarketClock clock = MarketClock.recorded(tape, mode);
    return TickRows.between(tape.states(), clock, 0, Long.MAX_VALUE, TestTape.DEPTH);
  }

  /** 10 ms to the exchange, nothing back, no fees, at most 10 lots, orders of at least 1. */
  static Terms terms(FillRule rule, Mode mode) {
    return terms(rule, mode, new OrderLatency(10, 10, 10, 0), 0, 0);
  }

  /** Latencies in ms, fees in bps. */
  static Terms terms(FillRule rule, Mode mode, OrderLatency ms, double makerBps, double takerBps) {
    return new TestTerms().latency(ms).fees(makerBps, takerBps).of(rule, mode);
  }

  OrderSlot bid() {
    return copy.exchange.bid;
  }

  OrderSlot ask() {
    return copy.exchange.ask;
  }

  Scene wantBid(int price, long size) {
    bid().want(price, size);
    return this;
  }

  Scene wantAsk(int price, long size) {
    ask().want(price, size);
    return this;
  }

  /** Goes on this many ticks. */
  Scene ticks(int count) {
    for (int i = 0; i < count; i++) {
      reward = copy.advance();
    }
    return this;
  }

  double reward() {
    return reward;
  }

  long inventory() {
    return copy.account.inventory;
  }

  @Override
  public void close() {
    tape.close();
  }
}
