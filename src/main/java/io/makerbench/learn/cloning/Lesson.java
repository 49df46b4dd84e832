package io.makerbench.learn.cloning;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.policy.Policy;
import io.makerbench.random.RandomStream;
import io.makerbench.system.Market;
import java.util.stream.IntStream;

/**
 * The demonstrations of a cloning in their parts: rows to learn from, rows to choose the best epoch
 * by, and the last ones, which the finished clone is examined on. The same settings and seed give
 * the same lesson again.
 */
public final class Lesson {
  private static final int BATCH = 1024;

  private final Market market;
  private final Demonstrations kept;
  private final Split split;
  private final int firstOfTest;
  private final String metadata;

  Lesson(Market market, CloningConfig config, Demonstrations kept, String metadata, long seed) {
    this.market = market;
    this.kept = kept;
    this.metadata = metadata;
    split = split(config, kept, seed);
    firstOfTest = kept.firstOfLast(config.testShare());
  }

  static Split split(CloningConfig config, Demonstrations kept, long seed) {
    return Split.draw(
        kept,
        kept.firstOfLast(config.testShare()),
        config.holdoutShare(),
        RandomStream.named(seed, "holdout", 0));
  }

  /** Rows to learn from. */
  public int trainingRows() {
    return split.training().length;
  }

  /** Rows to choose the best epoch by. */
  public int holdoutRows() {
    return split.holdout().length;
  }

  /** Description of the dataset that is learnt from, JSON; empty where the expert was recorded. */
  public String metadata() {
    return metadata;
  }

  /**
   * How far a policy's actions are from the expert's on the last rows, in the numbers of datasets.
   *
   * @throws io.makerbench.config.InputException when actions are no numbers
   */
  public ActionErrors examine(Policy policy) {
    return examine(policy, firstOfTest);
  }

  /**
   * The same on the last episodes that together hold a share of all rows, whatever they were used
   * for.
   */
  public ActionErrors examineLast(Policy policy, double share) {
    return examine(policy, kept.firstOfLast(share));
  }

  private ActionErrors examine(Policy policy, int firstEpisode) {
    Space space = market.actionSpace();
    ActionErrors.Sums sums = new ActionErrors.Sums(space, kept.episodeCount());
    int[] episodes = kept.episodes();
    int[] rows = IntStream.range(0, kept.rows()).filter(r -> episodes[r] >= firstEpisode).toArray();
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
      add(actions, rows, from, count, sums);
    }
    return sums.errors();
  }

  private void add(Actions done, int[] rows, int from, int count, ActionErrors.Sums sums) {
    int width = kept.targets();
    for (int i = 0; i < count; i++) {
      int row = rows[from + i];
      for (int n = 0; n < width; n++) {
        double wanted = market.recorded(kept.actions()[row * width + n], n);
        double number = market.recorded(done.continuous[i * width + n], n);
        sums.add(kept.episodes()[row], n, number - wanted);
      }
    }
  }
}
