package io.makerbench.system.perp.engine;

/** Positions, realised profit, and what the desk is exposed to. */
public final class Accounts {
  /** A position smaller than this is the error of floating point. */
  private static final double NOTHING = 1e-9;

  private static final double FUNDING_SECONDS = 8 * 3600;

  private final Terms terms;
  private final DrawnTerms drawn;
  private final VenueStates venues;
  private final DeskStates desks;
  private final Toxicity toxicity;
  private AccountListener listener = AccountListener.NONE;

  public Accounts(Copies copies, Toxicity toxicity) {
    terms = copies.terms();
    drawn = copies.drawn();
    venues = copies.venues();
    desks = copies.desks();
    this.toxicity = toxicity;
  }

  /** Tells a listener of what follows; no other any more. */
  public void tell(AccountListener told) {
    listener = told;
  }

  /**
   * Trades.
   *
   * @param i copy × venues + venue
   * @param size positive to buy
   */
  public void fill(int copy, int i, int tick, double size, double price, Cause cause) {
    double rate = cause == Cause.QUOTE ? drawn.makerFee[i] : drawn.takerFee[i];
    double fee = rate * price * Math.abs(size);
    move(copy, i, size, price);
    desks.realised[copy] -= fee;
    double net = desks.net[copy] + size;
    desks.net[copy] = Math.abs(net) < NOTHING ? 0 : net;
    desks.fills[copy]++;
    toxicity.filled(i, tick, size, price);
    listener.filled(i, size, price, fee, cause);
  }

  /** Gives a copy a position without a trade, as at the start of an episode. */
  public void endow(int i, double size, double price) {
    venues.position[i] = size;
    venues.entry[i] = size == 0 ? 0 : price;
  }

  private void move(int copy, int i, double size, double price) {
    double held = venues.position[i];
    double entry = venues.entry[i];
    double after = held + size;
    if (Math.abs(after) < NOTHING) {
      desks.realised[copy] += held * (price - entry);
      after = 0;
      entry = 0;
    } else if (held * size >= 0) {
      entry = (entry * held + price * size) / after;
    } else if (held * after > 0) {
      desks.realised[copy] -= size * (price - entry);
    } else {
      desks.realised[copy] += held * (price - entry);
      entry = price;
    }
    venues.position[i] = after;
    venues.entry[i] = entry;
  }

  /** Pays the funding of a step on every position of a copy. */
  public void payFunding(int copy) {
    int first = copy * terms.venues;
    double share = desks.fairValue[copy] * terms.stepSeconds / FUNDING_SECONDS;
    for (int i = first; i < first + terms.venues; i++) {
      double paid = venues.position[i] * venues.funding[i] * share;
      desks.realised[copy] -= paid;
      listener.funded(i, paid);
    }
  }

  /** Reckons net position, its worth, basis and unrealised profit of a copy at fair value. */
  public void expose(int copy) {
    int first = copy * terms.venues;
    double fair = desks.fairValue[copy];
    double net = 0;
    double basis = 0;
    double gross = 0;
    double unrealised = 0;
    for (int i = first; i < first + terms.venues; i++) {
      double held = venues.position[i];
      double apart = venues.mid[i] > 0 ? held * (venues.mid[i] - fair) : 0;
      net += held;
      basis += apart;
      gross += Math.abs(apart);
      unrealised += held * (fair - venues.entry[i]);
    }
    desks.net[copy] = Math.abs(net) < NOTHING ? 0 : net;
    desks.delta[copy] = desks.net[copy] * fair;
    desks.basis[copy] = basis;
    desks.grossBasis[copy] = gross;
    desks.unrealised[copy] = unrealised;
  }
}
