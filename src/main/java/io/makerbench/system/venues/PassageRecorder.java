package io.makerbench.system.venues;

import io.makerbench.book.Ladder;
import io.makerbench.env.Episode;
import io.makerbench.env.Side;
import io.makerbench.venue.Fills;
import io.makerbench.venue.MarketReplay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a passage down: an account of each market, and the common one of all of them, whose prices
 * and quotes are those of the first market and whose fills are in the order in which they were
 * accounted.
 */
final class PassageRecorder implements FillLog {
  private final List<MarketTerms> terms;
  private final Series whole;
  private final Map<Venue, Series> byVenue = new LinkedHashMap<>();
  private final Map<Venue, PricesAtExchange> pricesAtExchange = new LinkedHashMap<>();
  private final int wakeUps;
  private int row;

  PassageRecorder(VenueSetup setup, int wakeUps) {
    terms = setup.terms();
    this.wakeUps = wakeUps;
    whole = new Series(wakeUps, setup.config().initialCash());
  }

  private Series series(Venue venue) {
    return byVenue.computeIfAbsent(venue, key -> new Series(wakeUps, key.account.initialCash()));
  }

  /** Records the wake-up a passage is at, after the agent acted. */
  void wakeUp(Passage passage, int action, boolean policyAsked) {
    row = passage.wakeUp() - 1;
    record(whole, passage, passage.venues[0], action, policyAsked);
    whole.refusals = 0;
    for (int m = 0; m < passage.venues.length; m++) {
      Venue venue = passage.venues[m];
      Series s = series(venue);
      record(s, passage, venue, action, policyAsked);
      s.refusals = Math.toIntExact(venue.replay.rejections());
      whole.refusals += s.refusals;
      s.reward[row] = passage.rewards[m];
      s.cash[row] = venue.account.cash;
      s.inventory[row] = venue.account.base;
      s.equity[row] = venue.equity();
      s.drawdown[row] = s.drawdown(s.equity[row]);
      whole.reward[row] += passage.rewards[m];
      whole.cash[row] += venue.account.cash;
      whole.inventory[row] += venue.account.base;
      whole.equity[row] += s.equity[row];
    }
    whole.drawdown[row] = whole.drawdown(whole.equity[row]);
    row++; // what is heard next belongs to the next wake-up
  }

  private void record(Series s, Passage passage, Venue venue, int action, boolean policyAsked) {
    MarketReplay replay = venue.replay;
    s.time[row] = passage.now();
    s.mid[row] = venue.view.mid();
    s.bestBid[row] = price(venue, replay.book().bestBid());
    s.bestAsk[row] = price(venue, replay.book().bestAsk());
    s.ownBid[row] = resting(venue, 1);
    s.ownAsk[row] = resting(venue, -1);
    s.bidAhead[row] = venue.terms.size(1) * replay.restingAhead(1);
    s.askAhead[row] = venue.terms.size(1) * replay.restingAhead(-1);
    s.action[row] = action;
    s.decided[row] = policyAsked;
  }

  private static double price(Venue venue, int ticks) {
    return Ladder.isPrice(ticks) ? venue.terms.price(ticks) : Double.NaN;
  }

  private static double resting(Venue venue, int sign) {
    Integer ticks = venue.replay.restingPrice(sign);
    return ticks == null ? Double.NaN : venue.terms.price(ticks);
  }

  @Override
  public void executed(Venue venue, int fill, double cost) {
    Fills fills = venue.replay.fills();
    PricesAtExchange prices = pricesAtExchange.computeIfAbsent(venue, PricesAtExchange::new);
    prices.goTo(fills.executed(fill));
    double price = venue.terms.price(fills.price(fill));
    add(
        venue,
        new Execution(
            fills.executed(fill),
            fills.sign(fill) > 0 ? Side.BUY : Side.SELL,
            price,
            venue.terms.base(fills.lots(fill), price),
            fills.maker(fill),
            cost,
            prices.mid(),
            prices.bid(),
            prices.ask(),
            false));
  }

  @Override
  public void closed(Venue venue, Side side, double price, double quantity, double cost) {
    MarketReplay replay = venue.replay;
    add(
        venue,
        new Execution(
            replay.now(),
            side,
            price,
            quantity,
            false,
            cost,
            venue.view.mid(),
            price(venue, replay.book().bestBid()),
            price(venue, replay.book().bestAsk()),
            true));
  }

  private void add(Venue venue, Execution execution) {
    MarketAccount account = venue.account;
    double pnl = account.pnl(execution.mid());
    series(venue).add(execution, row, account.cash, account.base, account.costs, pnl);
    double cash = 0;
    double base = 0;
    double costs = 0;
    for (Venue each : byVenue.keySet()) {
      cash += each.account.cash;
      base += each.account.base;
      costs += each.account.costs;
      pnl += each == venue ? 0 : each.equity() - each.account.initialCash();
    }
    whole.add(execution, row, cash, base, costs, pnl);
  }

  /** The common account, under the name of the window. */
  Episode whole(String policy, String window) {
    String rule =
        terms.stream().map(MarketTerms::fillRule).distinct().collect(Collectors.joining("; "));
    return whole.episode(policy, window, rule);
  }

  /** The account of one market. */
  Episode market(Venue venue, String policy, String window) {
    return series(venue).episode(policy, window, venue.terms.fillRule());
  }
}
