package io.makerbench.evaluate;

import io.makerbench.book.Contract;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;

/**
 * Where the realised profit of an episode came from, in quote currency. With D = +1 for an own buy
 * and −1 for an own sale, mid M, price P, quantity q, position I and the contract's worth W(price),
 * which is the price itself unless the contract is inverse or has a size:
 *
 * <ul>
 *   <li>spread = Σ D(W(M) − W(P))q over fills: what each fill gained against the mid at its
 *       instant;
 *   <li>inventory = Σ I·ΔW(M) between fills: what the held position gained from the moving mid,
 *       less the value at mid of a position left at the end, which realised profit counts as
 *       nothing;
 *   <li>fees = Σ costs paid, negative for net rebates.
 * </ul>
 *
 * Realised profit = spread + inventory − fees, exactly but for rounding in the last digits and what
 * funding paid.
 */
public record PnlSplit(double spread, double inventory, double fees) {
  /** Splits the realised profit of an episode. */
  public static PnlSplit of(Episode episode) {
    double spread = 0;
    double inventory = 0;
    double fees = 0;
    Contract contract = episode.contract();
    double held = heldAtStart(episode);
    double lastWorth = held == 0 ? 0 : contract.worth(episode.mid()[0]);
    for (Fill fill : episode.fills()) {
      double worth = contract.worth(fill.mid());
      inventory += held * (worth - lastWorth);
      double signed = fill.side().sign() * fill.quantity();
      spread += signed * (worth - contract.worth(fill.price()));
      fees += fill.cost();
      held += signed;
      lastWorth = worth;
    }
    return new PnlSplit(spread, inventory - held * lastWorth, fees);
  }

  /** The position before the first fill. */
  private static double heldAtStart(Episode episode) {
    boolean filledAtOnce = !episode.fills().isEmpty() && episode.fills().getFirst().tick() == 0;
    return episode.ticks() == 0 || filledAtOnce ? 0 : episode.inventory()[0];
  }

  /** The realised profit the parts add up to. */
  public double total() {
    return spread + inventory - fees;
  }
}
