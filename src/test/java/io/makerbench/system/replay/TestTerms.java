package io.makerbench.system.replay;

import io.makerbench.book.Contract;
import io.makerbench.book.LatencyModel;
import io.makerbench.book.LogNormalLatency;
import io.makerbench.book.OrderLatency;
import io.makerbench.book.QueueModel;
import io.makerbench.book.QueueProbability;
import io.makerbench.random.RandomStream;

/**
 * Terms for tests, to be varied: price step 0.1, lot 0.001, 10 ms to the exchange, nothing back, no
 * fees, at most 10 lots, orders of at least 1.
 */
final class TestTerms {
  private double priceStep = 0.1;
  private int tick = 1;
  private long lotStep = 1;
  private long minOrderSize = 1;
  private double minNotional;
  private Contract contract = Contract.SPOT;
  private OrderLatency latency =
      new OrderLatency(10 * TestTape.MS, 10 * TestTape.MS, 10 * TestTape.MS, 0);
  private LatencyModel travel = latency;
  private double makerRate;
  private double takerRate;
  private QueueModel queue = QueueModel.RISK_AVERSE;
  private Terms.Impact impact = Terms.Impact.NONE;
  private Reward reward = Reward.CASH;

  TestTerms grid(double step, int stepsOfTick) {
    priceStep = step;
    tick = stepsOfTick;
    return this;
  }

  TestTerms lotStep(long lots) {
    lotStep = lots;
    return this;
  }

  TestTerms minOrderSize(long lots) {
    minOrderSize = lots;
    return this;
  }

  TestTerms minNotional(double quote) {
    minNotional = quote;
    return this;
  }

  TestTerms contract(Contract kind) {
    contract = kind;
    return this;
  }

  /** The same at any time, in ms. */
  TestTerms latency(OrderLatency ms) {
    latency =
        new OrderLatency(
            ms.place() * TestTape.MS,
            ms.modify() * TestTape.MS,
            ms.cancel() * TestTape.MS,
            ms.response() * TestTape.MS);
    return travel(latency);
  }

  TestTerms travel(LatencyModel model) {
    travel = model;
    return this;
  }

  /** A random extra on top of the present latency, of this median. */
  TestTerms drawn(long medianMs, long seed) {
    RandomStream random = RandomStream.named(seed, "latency", 0);
    return travel(new LogNormalLatency(latency, medianMs * TestTape.MS, 0.7, random));
  }

  TestTerms fees(double makerBps, double takerBps) {
    makerRate = makerBps * 1e-4;
    takerRate = takerBps * 1e-4;
    return this;
  }

  TestTerms probability(QueueProbability probability) {
    queue = new QueueModel(QueueModel.Kind.PROBABILITY, probability, 0.001);
    return this;
  }

  TestTerms equityRewarded() {
    reward = Reward.EQUITY;
    return this;
  }

  TestTerms impactKept() {
    impact = Terms.Impact.KEPT;
    return this;
  }

  Terms of(FillRule rule, Mode mode) {
    return new Terms(
        priceStep,
        0.001,
        tick,
        lotStep,
        10,
        minOrderSize,
        minNotional,
        contract,
        latency,
        travel,
        makerRate,
        takerRate,
        0,
        0.04,
        1000,
        rule,
        queue,
        impact,
        reward,
        mode);
  }
}
