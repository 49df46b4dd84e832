package io.makerbench.learn.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RewardMomentsTest {
  private static final int STEPS = 3;

  /** Discounted sums of two copies: 2 and 6, then 2 and 4 where the first began anew, then … */
  @Test
  void rewardsAreDividedByTheDeviationOfTheirDiscountedSum() {
    Rollout rollout = new Rollout(STEPS, 2, 1, 1, 0, 1);
    Arrays.fill(rollout.discounts, 0.5);
    double[] rewards = {2, 6, 2, 1, 1e9, 0};
    System.arraycopy(rewards, 0, rollout.rewards, 0, rewards.length);
    rollout.ended[0] = true;
    RewardMoments moments = new RewardMoments(2);
    moments.scale(rollout, 0);
    // The sums 2 and 6 have variance 4.
    assertEquals(1, rollout.rewards[0], 1e-8);
    assertEquals(3, rollout.rewards[1], 1e-8);
    moments.scale(rollout, 2);
    // 2, 6, 2 and ½·6 + 1 = 4: mean 3.5, variance 11/4.
    assertEquals(2 / Math.sqrt(2.75), rollout.rewards[2], 1e-8);
    assertEquals(1 / Math.sqrt(2.75), rollout.rewards[3], 1e-8);
    moments.scale(rollout, 4);
    // One of six numbers far away lies √5 deviations from the mean, about 2.7 from zero.
    assertEquals(6 / Math.sqrt(5), rollout.rewards[4], 1e-6);
    assertEquals(0, rollout.rewards[5]);
  }

  @Test
  void scaledRewardsAreClipped() {
    Rollout rollout = new Rollout(STEPS, 1, 1, 1, 0, 1);
    rollout.rewards[0] = -1;
    RewardMoments moments = new RewardMoments(1);
    moments.scale(rollout, 0);
    assertEquals(-10, rollout.rewards[0]);
  }
}
