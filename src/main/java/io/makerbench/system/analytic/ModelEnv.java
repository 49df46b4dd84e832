package io.makerbench.system.analytic;

import io.makerbench.env.Side;
import io.makerbench.env.VectorEnv;
import java.util.List;

/**
 * Copies of a model market, with what a record of an episode needs beside the contract. Copies step
 * in time with each other; an episode ends at the horizon, in a terminal state. An observation
 * begins with the time left as a share of the horizon and the position as a share of its limit.
 */
sealed interface ModelEnv extends VectorEnv permits AvellanedaStoikovEnv, FlowEnv {
  /** The mid now; it goes on from episode to episode. */
  double mid(int copy);

  /** Best price of a side now; NaN where the market has none but the policy's. */
  double best(int copy, Side side);

  /** Price of the own order of a side in the last step; NaN when there was none. */
  double quoted(int copy, Side side);

  /** Own orders filled in the last step. */
  List<StepFill> fills(int copy);
}
