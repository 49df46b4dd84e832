package io.makerbench.book;

import io.makerbench.config.Key;
import java.util.Locale;

/**
 * What an instrument's unit of quantity is worth.
 *
 * <p>Linear: {@code size} units of the base currency, worth size·price in quote currency; money is
 * quote currency. Inverse (COIN-M): a fixed amount of {@code size} quote currency settled in the
 * base currency. Buying one is to borrow that amount and to buy the coins it pays for, so a held
 * contract is worth −size/price coins and buying it brings size/price coins in: money is the base
 * currency, and cash + position·worth gains when the price rises, as the exchange's own formula
 * size·(1/entry − 1/exit) says.
 *
 * @param kind linear or inverse
 * @param size of one unit of the recorded quantity: base currency when linear, quote currency when
 *     inverse
 */
public record Contract(
    @Key(
            help =
                "Linear: quantities are base currency and money is quote currency. Inverse (such as"
                    + " COIN-M): quantities are contracts of a fixed amount of quote currency, and"
                    + " money is base currency.",
            fallback = "\"linear\"")
        Kind kind,
    @Key(
            help =
                "Worth of one unit of the recorded quantity: in base currency when linear, in quote"
                    + " currency when inverse (100 for BTCUSD_PERP).",
            fallback = "1",
            min = 1e-12)
        double size) {
  /** One unit of base currency a unit of quantity. */
  public static final Contract SPOT = new Contract(Kind.LINEAR, 1);

  /** Kinds of contract. */
  public enum Kind {
    LINEAR,
    INVERSE
  }

  /** Worth of one unit held long, in the contract's money; negative for an inverse contract. */
  public double worth(double price) {
    return kind == Kind.LINEAR ? size * price : -size / price;
  }

  /** Absolute worth of one unit in the contract's money: what fees are a share of. */
  public double value(double price) {
    return kind == Kind.LINEAR ? size * price : size / price;
  }

  /** Absolute worth of one unit in quote currency: what least order values are stated in. */
  public double notional(double price) {
    return kind == Kind.LINEAR ? size * price : size;
  }

  /** Money of this contract in quote currency, coins at a price. */
  public double inQuote(double money, double price) {
    return kind == Kind.LINEAR ? money : money * price;
  }

  /** This contract with its money counted in units of which one of the old is {@code rate}. */
  public Contract times(double rate) {
    return new Contract(kind, size * rate);
  }

  /** As named in reports, for example {@code inverse contract of 100}. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " contract of " + size;
  }
}
