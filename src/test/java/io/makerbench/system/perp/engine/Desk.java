package io.makerbench.system.perp.engine;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** One desk at usual venues, with fair value 300 and nothing going on. */
final class Desk {
  final Copies copies;
  final VenueStates venues;
  final DeskStates desks;
  final Toxicity toxicity;
  final Accounts accounts;
  final Risk risk;
  final Quotes quotes;
  final Exits exits;
  final Hedges hedges;

  Desk(int count) {
    VenueConfig venue =
        new ConfigReader(ConfigSchema.of(VenueConfig.class))
            .read(JsonNodeFactory.instance.objectNode(), VenueConfig.class, "test");
    List<VenueConfig> all = Collections.nCopies(count, venue);
    copies = new Copies(1, new Terms(all, 1, 5.625, 0.1, new Terms.Limits(100_000, 5000)));
    venues = copies.venues();
    desks = copies.desks();
    toxicity = new Toxicity(copies);
    accounts = new Accounts(copies, toxicity);
    risk = new Risk(copies);
    quotes = new Quotes(copies);
    Taker taker = new Taker(copies, accounts, Taker.Price.TOUCH);
    exits = new Exits(copies, taker);
    hedges = new Hedges(copies, taker);
    calm(count);
  }

  private void calm(int count) {
    copies.clear(0);
    Arrays.fill(venues.mid, 300);
    Arrays.fill(venues.spread, 0.4);
    Arrays.fill(venues.depth, 10_000);
    for (int i = 0; i < count; i++) {
      copies.drawn().makerFee[i] = 0.0002;
      copies.drawn().takerFee[i] = 0.0005;
    }
    copies.drawn().slippageLinear[0] = 0.01;
    copies.drawn().slippageQuadratic[0] = 0.001;
    copies.drawn().referenceVolatility[0] = 0.028;
    copies.drawn().alphaShort[0] = 0.2;
    copies.drawn().alphaLong[0] = 0.05;
    new FairValue(copies).update(0);
  }

  void hold(int venue, double size, double price) {
    accounts.endow(venue, size, price);
    accounts.expose(0);
  }
}
