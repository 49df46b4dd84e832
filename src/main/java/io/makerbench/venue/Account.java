package io.makerbench.venue;

/**
 * Position, cash and fees of one market, as far as the trader has heard. Cash is kept in whole
 * ticks times lots, so no sum of executions is ever rounded.
 */
public final class Account {
  private final VenueTerms terms;
  private long position;
  private long cash;
  private double fees;

  Account(VenueTerms terms) {
    this.terms = terms;
  }

  void clear() {
    position = 0;
    cash = 0;
    fees = 0;
  }

  void execute(int sign, int price, long lots, boolean maker) {
    long value = Math.multiplyExact(price, lots);
    position += sign * lots;
    cash -= sign * value;
    fees += value * unit() * (maker ? terms.makerFee() : terms.takerFee());
  }

  /** Value of one lot at one tick, in quote currency. */
  private double unit() {
    return terms.tickSize() * terms.lotSize();
  }

  /** Position in lots; negative when short. */
  public long position() {
    return position;
  }

  /** Cash in quote currency, from 0, without fees. */
  public double cash() {
    return cash * unit();
  }

  /** Fees paid, in quote currency; negative when rebates outweigh them. */
  public double fees() {
    return fees;
  }

  /**
   * Cash and position less fees, in quote currency.
   *
   * @param price price of the position in ticks, which may lie between two
   */
  public double equity(double price) {
    return (cash + position * price) * unit() - fees;
  }
}
