package io.makerbench.system.venues;

import io.makerbench.book.Ladder;
import io.makerbench.env.OrderFill;
import io.makerbench.env.Side;
import io.makerbench.system.FundingPayments;
import io.makerbench.tape.BookStates;
import io.makerbench.tape.Tape;
import io.makerbench.venue.Fills;
import io.makerbench.venue.MarketReplay;
import io.makerbench.venue.ReferenceMaker;
import java.util.List;
import java.util.stream.IntStream;

/** One market of a passage: its replay, the own orders in it, and its share of the account. */
final class Venue {
  final MarketTerms terms;
  final MarketReplay replay;
  final MarketAccount account;
  final MarketView view;
  final BookStates states;

  private final Quotes quotes;
  private final ReferenceMaker referenceMaker;
  private final FundingPayments.Due funding;
  private final double[] payments;
  private int accounted;
  private int paid;

  Venue(Tape tape, VenueSetup setup, int market, double initialCash) {
    terms = setup.terms().get(market);
    replay = new MarketReplay(tape, setup.rules(market));
    funding = setup.funding().get(market).between(tape, replay.firstTime() - 1, replay.lastTime());
    payments = funding.payments();
    account = new MarketAccount(terms, initialCash);
    view = new MarketView(replay, terms);
    states = tape.states();
    quotes = new Quotes(replay, terms);
    referenceMaker = new ReferenceMaker(terms.orderLots(), terms.maxLots());
  }

  /** Goes to a time without own orders and with a fresh account. */
  void begin(long time) {
    replay.rewind();
    replay.advance(time);
    account.reset();
    accounted = 0;
    for (paid = 0; paid < payments.length && funding.time(paid) <= time; paid++) {
      // paid before there was a position
    }
    view.begin(time);
  }

  /** Lets the market go on to a time, and accounts what was heard. */
  void advance(long time, FillLog log) {
    replay.advance(time);
    view.refresh(time);
    Fills fills = replay.fills();
    for (; accounted < fills.count(); accounted++) {
      payUntil(fills.executed(accounted));
      double price = terms.price(fills.price(accounted));
      boolean maker = fills.maker(accounted);
      long lots = fills.lots(accounted);
      double cost = account.execute(fills.sign(accounted), price, lots, maker);
      log.executed(this, accounted, cost);
    }
    payUntil(time);
  }

  /** Pays funding on the position as heard of: an execution not heard of by then counts later. */
  private void payUntil(long time) {
    for (; paid < payments.length && funding.time(paid) <= time; paid++) {
      account.receive(payments[paid] * terms.size(account.lots));
    }
  }

  /** Makes the own orders what an action means. */
  void act(QuoteMenu menu, int action, int market) {
    if (action == menu.renewed()) {
      referenceMaker.wake(replay);
    } else {
      quotes.want(1, menu.bidOffset(action, market), account.lots);
      quotes.want(-1, menu.askOffset(action, market), account.lots);
    }
  }

  /** Closes the position at the touch as seen, and turns coins into quote currency at the mid. */
  void squareOff(FillLog log) {
    if (account.lots != 0) {
      int sign = account.lots > 0 ? -1 : 1;
      int touch = sign < 0 ? replay.book().bestBid() : replay.book().bestAsk();
      double price = Ladder.isPrice(touch) ? terms.price(touch) : view.mid();
      long lots = Math.abs(account.lots);
      double quantity = terms.base(lots, price);
      double cost = account.execute(sign, price, lots, false);
      log.closed(this, side(sign), price, quantity, cost);
    }
    if (account.base != 0) {
      double coins = account.base;
      account.convert(view.mid());
      log.closed(this, side(coins > 0 ? -1 : 1), view.mid(), Math.abs(coins), 0);
    }
  }

  private static Side side(int sign) {
    return sign > 0 ? Side.BUY : Side.SELL;
  }

  /** The executions heard of, in the order in which the exchange made them. */
  List<OrderFill> orderFills() {
    Fills fills = replay.fills();
    return IntStream.range(0, accounted)
        .mapToObj(i ->
            new OrderFill(
                fills.order(i),
                side(fills.sign(i)),
                fills.price(i) / terms.tick(),
                terms.exactSize(fills.lots(i)),
                fills.requested(i),
                fills.executed(i)))
        .toList();
  }

  /** A live own order of a side as far as the agent knows, the earliest; −1 without one. */
  int quote(int sign) {
    for (int i = 0; i < replay.liveOrders(); i++) {
      if (replay.sign(replay.liveOrder(i)) == sign) {
        return replay.liveOrder(i);
      }
    }
    return -1;
  }

  double equity() {
    return account.equity(view.mid());
  }

  /** Value of the largest position at the present mid, quote currency; NaN before there is one. */
  double limitValue() {
    return terms.base(terms.maxLots(), view.mid()) * view.mid();
  }

  /** The position as a share of the largest. */
  double share() {
    return (double) account.lots / terms.maxLots();
  }
}
