package io.makerbench.venue;

import static io.makerbench.venue.TinyRecording.ns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.ConservationCheck;
import io.makerbench.book.LatencyModel;
import io.makerbench.book.LogNormalLatency;
import io.makerbench.book.OrderLatency;
import io.makerbench.book.QueueModel;
import io.makerbench.book.QueueProbability;
import io.makerbench.random.RandomStream;
import io.makerbench.tape.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What must hold whatever the market, the orders and the rules. */
class VenueConservationTest {
  private static final long MILLI = 1_000_000;
  private static final double MAKER_FEE = -0.0001;
  private static final double TAKER_FEE = 0.0005;
  private static final OrderLatency LEAST =
      new OrderLatency(3 * MILLI, 5 * MILLI, 2 * MILLI, 4 * MILLI);

  @Property(tries = 40)
  void moneyLotsAndTimeAreKept(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll VenueTerms.Execution execution,
      @ForAll VenueTerms.TradeSize trades,
      @ForAll VenueTerms.Impact impact,
      @ForAll QueueModel.Kind queue,
      @ForAll boolean drawn)
      throws IOException {
    VenueTerms terms =
        new VenueTerms(1, 1, latency(drawn, seed), execution, trades, MAKER_FEE, TAKER_FEE)
            .with(new QueueModel(queue, QueueProbability.EVEN, 1), impact);
    Path folder = Files.createTempDirectory("venue-conservation");
    try (Tape tape = recording(seed).open(folder)) {
      MarketReplay market = new MarketReplay(tape, terms);
      ConservationCheck check = new ConservationCheck();
      act(market, check, RandomStream.named(seed, "orders", 0));
      assertFillsFollowFromRequests(market, check);
      assertAccountFollowsFromFills(market);
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static LatencyModel latency(boolean drawn, long seed) {
    return drawn
        ? new LogNormalLatency(LEAST, 5 * MILLI, 1, RandomStream.named(seed, "latency", 0))
        : LEAST;
  }

  private static TinyRecording recording(long seed) {
    RandomStream random = RandomStream.named(seed, "market", 0);
    TinyRecording recording = new TinyRecording();
    int ms = 1;
    for (int i = 0; i < 300; i++) {
      ms += random.nextInt(4);
      int price = 97 + random.nextInt(7);
      if (random.nextInt(3) == 0) {
        recording.trade(ms, random.nextInt(2) == 0 ? "buy" : "sell", price, 1 + random.nextInt(9));
      } else {
        String side = price < 99 + random.nextInt(3) ? "bid" : "ask";
        recording.level(ms, side, price, random.nextInt(15));
      }
    }
    return recording;
  }

  private static void act(MarketReplay market, ConservationCheck check, RandomStream random) {
    for (int ms = 1; ms < 700; ms += 1 + random.nextInt(5)) {
      market.advance(ns(ms));
      int sign = random.nextInt(2) == 0 ? 1 : -1;
      int price = 100 - sign * random.nextInt(4);
      long lots = 1 + random.nextInt(8);
      int live = market.liveOrders();
      int chosen = live == 0 ? -1 : market.liveOrder(random.nextInt(live));
      if (chosen < 0 || (live < 6 && random.nextInt(2) == 0)) {
        int order =
            random.nextInt(3) == 0
                ? market.place(sign, price, lots)
                : market.placePostOnly(sign, price, lots);
        check.asked(market.id(order), lots, market.now() + LEAST.place());
      } else if (!market.requestUnderWay(chosen) && random.nextInt(2) == 0) {
        market.modify(chosen, price, lots);
        check.asked(market.id(chosen), lots, market.now() + LEAST.modify());
      } else {
        market.cancel(chosen);
      }
    }
    market.advance(ns(5000));
  }

  private static void assertFillsFollowFromRequests(MarketReplay market, ConservationCheck check) {
    Fills fills = market.fills();
    for (int i = 0; i < fills.count(); i++) {
      check.executed(fills.order(i), fills.lots(i), fills.executed(i));
      assertTrue(fills.received(i) >= fills.executed(i) + LEAST.response(), "heard too early");
    }
  }

  private static void assertAccountFollowsFromFills(MarketReplay market) {
    Fills fills = market.fills();
    long position = 0;
    double cash = 0;
    double fees = 0;
    for (int i = 0; i < fills.count(); i++) {
      double value = (double) fills.price(i) * fills.lots(i);
      position += fills.sign(i) * fills.lots(i);
      cash -= fills.sign(i) * value;
      fees += value * (fills.maker(i) ? MAKER_FEE : TAKER_FEE);
    }
    Account account = market.account();
    assertEquals(position, account.position());
    assertEquals(cash, account.cash());
    assertEquals(fees, account.fees(), 1e-9);
    assertEquals(cash + position * 101.5 - fees, account.equity(101.5), 1e-9);
  }
}
