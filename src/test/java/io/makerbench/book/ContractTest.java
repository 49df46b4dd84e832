package io.makerbench.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.book.Contract.Kind;
import org.junit.jupiter.api.Test;

class ContractTest {
  private static final Contract COIN_MARGINED = new Contract(Kind.INVERSE, 100);

  @Test
  void aLinearContractIsWorthItsSizeTimesThePrice() {
    assertEquals(250, Contract.SPOT.worth(250));
    Contract hundredth = new Contract(Kind.LINEAR, 0.01);
    assertEquals(2.5, hundredth.worth(250));
    assertEquals(2.5, hundredth.value(250));
    assertEquals(2.5, hundredth.notional(250));
    assertEquals(2.5, hundredth.inQuote(2.5, 250));
  }

  @Test
  void anInverseContractGainsCoinsAsTheExchangesFormulaSays() {
    // Seven contracts of 100 bought at 50,000 and sold at 52,000.
    double gained = 7 * (COIN_MARGINED.worth(52_000) - COIN_MARGINED.worth(50_000));
    assertEquals(7 * 100 * (1 / 50_000.0 - 1 / 52_000.0), gained, 1e-15);
    assertEquals(0.002, COIN_MARGINED.value(50_000));
    assertEquals(100, COIN_MARGINED.notional(50_000));
    assertEquals(100, COIN_MARGINED.inQuote(0.002, 50_000));
  }

  @Test
  void countingMoneyInOtherUnitsScalesTheWorth() {
    assertEquals(
        60_000 * COIN_MARGINED.worth(50_000), COIN_MARGINED.times(60_000).worth(50_000), 1e-9);
  }
}
