package io.makerbench.system.perp;

import io.makerbench.system.perp.engine.AccountListener;
import io.makerbench.system.perp.engine.Accounts;
import io.makerbench.system.perp.engine.Copies;
import io.makerbench.system.perp.engine.Exits;
import io.makerbench.system.perp.engine.FairValue;
import io.makerbench.system.perp.engine.Hedges;
import io.makerbench.system.perp.engine.Margins;
import io.makerbench.system.perp.engine.Quotes;
import io.makerbench.system.perp.engine.Risk;
import io.makerbench.system.perp.engine.Taker;
import io.makerbench.system.perp.engine.Toxicity;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Copies of a desk in its made market. A tick is: new books; fair value, exposure, toxicity and
 * risk; the action; quotes and their fills; exits; hedges. Copies share nothing that changes.
 */
final class Simulation {
  private final Copies copies;
  private final boolean corrected;
  private final MadeMarket market;
  private final EpisodeDraw draw;
  private final FairValue fairValue;
  private final Toxicity toxicity;
  private final Accounts accounts;
  private final Margins margins;
  private final Risk risk;
  private final ActionCode code;
  private final Quotes quotes;
  private final QuoteFills fills;
  private final Exits exits;
  private final Hedges hedges;
  private final Reward reward;

  Simulation(PerpConfig config, int count) {
    this(config, Histories.NONE, count);
  }

  Simulation(PerpConfig config, Histories histories, int count) {
    copies = new Copies(count, config.terms());
    corrected = config.mode() == Mode.CORRECTED;
    Chance chance = new Chance(count, config.venues().size(), copies.columns());
    market = new MadeMarket(config, histories, copies, chance);
    fairValue = new FairValue(copies);
    toxicity = new Toxicity(copies);
    accounts = new Accounts(copies, toxicity);
    draw = new EpisodeDraw(config, copies, accounts, market, chance);
    margins = new Margins(copies);
    risk = new Risk(copies);
    code = new ActionCode(config.mode(), copies);
    quotes = new Quotes(copies);
    fills = new QuoteFills(config, copies, accounts, chance);
    Taker taker =
        new Taker(copies, accounts, corrected ? Taker.Price.WITH_SLIPPAGE : Taker.Price.TOUCH);
    exits = new Exits(copies, taker);
    hedges = new Hedges(copies, taker);
    reward = new Reward(config.rewardTier(), copies);
  }

  /** What is kept of all copies. */
  Copies copies() {
    return copies;
  }

  /** Tells a listener of every booking that follows. */
  void tell(AccountListener listener) {
    accounts.tell(listener);
  }

  /** What the reward of a copy's last step added up from, see {@link Reward#parts}. */
  double[] rewardParts(int copy, double earned) {
    return reward.parts(copy, earned);
  }

  /** How often actions were corrected for a reason. */
  long corrections(Correction reason) {
    return code.corrections(reason);
  }

  /** A copy begins the episode of a seed, at tick 0. */
  void begin(int copy, long seed) {
    copies.clear(copy);
    toxicity.clear(copy);
    market.clear(copy);
    reward.clear(copy);
    draw.begin(copy, seed);
    market.advance(copy, 0);
    fairValue.update(copy);
    draw.endow(copy);
    look(copy, 0);
  }

  /**
   * A copy goes through a tick.
   *
   * @param actions those of all copies
   * @return the reward
   */
  double step(int copy, int tick, float[] actions) {
    market.advance(copy, tick);
    fairValue.update(copy);
    if (corrected) {
      accounts.payFunding(copy);
    }
    look(copy, tick);
    code.apply(actions, copy);
    quotes.update(copy);
    fills.meet(copy, tick);
    exits.send(copy, tick);
    hedges.send(copy, tick);
    accounts.expose(copy);
    return reward.take(copy);
  }

  private void look(int copy, int tick) {
    accounts.expose(copy);
    if (corrected) {
      margins.update(copy);
    }
    toxicity.update(copy, tick);
    risk.update(copy);
  }

  void save(DataOutput out) throws IOException {
    copies.save(out);
  }

  void restore(DataInput in) throws IOException {
    copies.restore(in);
  }
}
