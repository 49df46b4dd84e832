package io.makerbench.evaluate;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;

/**
 * Where the realised profit of an episode came from, in quote currency. With D = +1 for an own buy
 * and −1 for an own sale, mid M, price P, quantity q and position I:
 *
 * <ul>
 *   <li>spread = Σ D(M − P)q over fills: what each fill gained against the mid at its instant;
 *   <li>inventory = Σ I·ΔM between fills: what the held position gained from the moving mid, less
 *       the value at mid of a position left at the end, which realised profit counts as nothing;
 *   <li>fees = Σ costs paid, negative for net rebates.
 * </ul>
 *
 * Realised profit = spread + inventory − fees, exactly but for rounding in the last digits.
 */
public record PnlSplit(double spread, double inventory, double fees) {
  /** Splits the realised profit of an episode. */
  public static PnlSplit of(Episode episode) {
    double spread = 0;
    double inventory = 0;
    double fees = 0;
    double held = 0;
    double lastMid = 0;
    for (Fill fill : episode.fills()) {
      inventory += held * (fill.mid() - lastMid);
      double signed = fill.side().sign() * fill.quantity();
      spread += signed * (fill.mid() - fill.price());
      fees += fill.cost();
      held += signed;
      lastMid = fill.mid();
    }
    return new PnlSplit(spread, inventory - held * lastMid, fees);
  }

  /** The realised profit the parts add up to. */
  public double total() {
    return spread + inventory - fees;
  }
}
