package io.makerbench.system.venues;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.book.Contract;
import io.makerbench.book.OrderLatency;
import io.makerbench.venue.VenueTerms;
import org.junit.jupiter.api.Test;

class MarketAccountTest {
  private static final double ROUNDING = 1e-9;

  private static MarketAccount account(Contract contract, double lot) {
    return account(contract, lot, 0);
  }

  private static MarketAccount account(Contract contract, double lot, double fixedCost) {
    VenueTerms venue =
        new VenueTerms(
            0.1,
            lot,
            new OrderLatency(0, 0, 0, 0),
            VenueTerms.Execution.PARTIAL,
            VenueTerms.TradeSize.DIVIDED,
            0.0001,
            0.0005);
    return new MarketAccount(
        new MarketTerms("made", venue, contract, 1, 10, 100, true, fixedCost, "rule"), 1000);
  }

  @Test
  void everyFillPaysTheFixedCost() {
    MarketAccount account = account(Contract.SPOT, 0.001, 2);
    assertEquals(2.05, account.execute(1, 50_000, 10, true), ROUNDING);
    assertEquals(1000 - 500 - 2.05, account.cash, ROUNDING);
  }

  @Test
  void aLinearPurchaseAndSale() {
    MarketAccount account = account(Contract.SPOT, 0.001);
    assertEquals(0.05, account.execute(1, 50_000, 10, true), ROUNDING);
    assertEquals(1000 - 500 - 0.05, account.cash, ROUNDING);
    assertEquals(1000 - 0.05 + 10, account.equity(51_000), ROUNDING);
    assertEquals(0.255, account.execute(-1, 51_000, 10, false), ROUNDING);
    assertEquals(0, account.base);
    assertEquals(1000 + 10 - 0.305, account.equity(Double.NaN), ROUNDING);
    assertEquals(0.305, account.costs, ROUNDING);
  }

  /** Ten contracts of 100: 10·100·(1/50,000 − 1/51,000) coins, worth 20 at 51,000. */
  @Test
  void anInverseContractGainsCoins() {
    MarketAccount account = account(new Contract(Contract.Kind.INVERSE, 100), 1);
    assertEquals(0.1, account.execute(1, 50_000, 10, true), ROUNDING);
    assertEquals(0.02, account.base, ROUNDING);
    assertEquals(1000 + 20 - 0.1, account.equity(51_000), ROUNDING);
    assertEquals(0.5, account.execute(-1, 51_000, 10, false), ROUNDING);
    assertEquals(1000.0 * (1 / 50_000.0 - 1 / 51_000.0), account.base, ROUNDING);
    account.convert(51_000);
    assertEquals(0, account.base);
    assertEquals(1000 + 20 - 0.6, account.cash, ROUNDING);
  }

  @Test
  void anInverseContractSoldShort() {
    MarketAccount account = account(new Contract(Contract.Kind.INVERSE, 100), 1);
    account.execute(-1, 50_000, 5, true);
    assertEquals(-5, account.lots);
    assertEquals(1000 - 0.05 - 10, account.equity(51_000), ROUNDING);
    assertEquals(1000 - 0.05 + 10, account.equity(49_000), ROUNDING);
  }
}
