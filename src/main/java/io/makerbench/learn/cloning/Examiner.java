package io.makerbench.learn.cloning;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.policy.Policy;
import io.makerbench.system.Market;
import java.util.stream.IntStream;

/** Holds a policy's actions against those of demonstrations, in the numbers of datasets. */
final class Examiner {
  private static final int BATCH = 1024;

  private final Market market;
  private final Demonstrations kept;

  Examiner(Market market, Demonstrations kept) {
    this.market = market;
    this.kept = kept;
  }

  /**
   * Errors on the last episodes that together hold a share of all rows.
   *
   * @throws io.makerbench.config.InputException when actions are no numbers
   */
  ActionErrors ofLast(double share, Policy policy) {
    int first = kept.firstOfLast(share);
    Space space = market.actionSpace();
    ActionErrors.Sums sums = new ActionErrors.Sums(space, kept.episodeCount());
    int[] episodes = kept.episodes();
    int[] rows = IntStream.range(0, kept.rows()).filter(row -> episodes[row] >= first).toArray();
    float[] observations = new float[BATCH * kept.width()];
    Actions actions = Actions.of(space, BATCH);
    for (int from = 0; from < rows.length; from += BATCH) {
      int count = Math.min(BATCH, rows.length - from);
      for (int i = 0; i < count; i++) {
        int at = rows[from + i] * kept.width();
        System.arraycopy(kept.observations(), at, observations, i * kept.width(), kept.width());
        policy.begin(i);
      }
      policy.act(observations, count, actions);
      for (int i = 0; i < count; i++) {
        compare(actions.continuous, i, rows[from + i], sums);
      }
    }
    return sums.errors();
  }

  private void compare(float[] done, int at, int row, ActionErrors.Sums sums) {
    int width = kept.targets();
    for (int n = 0; n < width; n++) {
      double wanted = market.recorded(kept.actions()[row * width + n], n);
      sums.add(kept.episodes()[row], n, market.recorded(done[at * width + n], n) - wanted);
    }
  }
}
