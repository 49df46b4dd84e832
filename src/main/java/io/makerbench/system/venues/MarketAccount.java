package io.makerbench.system.venues;

import io.makerbench.book.Contract;

/**
 * Cash, position and costs in one market, as far as the agent has heard, all in quote currency.
 *
 * <p>A purchase of q base currency at a price p takes q·p from the cash and adds q to the base
 * held; equity is cash + base·mid. An inverse contract of C quote currency is accounted in the same
 * way: to buy n of them at p is to borrow n·C and to hold the n·C/p coins it pays for, which gives
 * the exchange's own profit of n·C·(1/p − 1/p') coins when they are sold at p'. The coins gained
 * stay in the account until it is closed. Fees on them are taken in quote currency at the price of
 * the fill.
 */
final class MarketAccount {
  private final MarketTerms terms;
  private final boolean linear;
  private final double initialCash;

  double cash;

  /** Base currency held; negative when short. */
  double base;

  /** Position in lots; negative when short. */
  long lots;

  double costs;

  /** Executions so far. */
  int executions;

  MarketAccount(MarketTerms terms, double initialCash) {
    this.terms = terms;
    linear = terms.contract().kind() == Contract.Kind.LINEAR;
    this.initialCash = initialCash;
    reset();
  }

  void reset() {
    cash = initialCash;
    base = 0;
    lots = 0;
    costs = 0;
    executions = 0;
  }

  /** Accounts an execution at a price in quote currency; returns its cost. */
  double execute(int sign, double price, long size, boolean maker) {
    double quantity = terms.base(size, price);
    double rate = maker ? terms.venue().makerFee() : terms.venue().takerFee();
    double cost = quantity * price * rate + terms.fixedCost();
    lots += sign * size;
    cash -= sign * quantity * price + cost;
    base = linear ? terms.base(lots, price) : base + sign * quantity;
    costs += cost;
    executions++;
    return cost;
  }

  /** Takes a payment in the contract's money: quote currency, or coins of an inverse contract. */
  void receive(double money) {
    if (linear) {
      cash += money;
    } else {
      base += money;
    }
  }

  /** Sells the coins that closed inverse contracts left, or buys those they cost. */
  void convert(double price) {
    cash += base * price;
    base = 0;
  }

  /** Equity at a mid price in quote currency, which may be NaN without a position. */
  double equity(double mid) {
    return base == 0 ? cash : cash + base * mid;
  }

  /** Equity less the cash at the start. */
  double pnl(double mid) {
    return equity(mid) - initialCash;
  }

  double initialCash() {
    return initialCash;
  }
}
