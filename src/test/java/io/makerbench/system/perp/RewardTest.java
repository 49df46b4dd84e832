package io.makerbench.system.perp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.system.perp.engine.Copies;
import io.makerbench.system.perp.engine.KillReason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The reward against sums worked out by hand. */
class RewardTest {
  private static final double CLOSE = 1e-12;

  private final Copies copies = new Copies(1, PerpConfigs.of("{}").terms());

  private Reward reward(RewardTier tier) {
    Reward reward = new Reward(tier, copies);
    reward.clear(0);
    copies.desks().delta[0] = 5000;
    copies.desks().deltaLimit[0] = 100_000;
    copies.desks().basis[0] = -1000;
    copies.desks().net[0] = -4;
    Arrays.fill(copies.venues().toxicity, 0.3);
    return reward;
  }

  @Test
  void aStepIsPaidItsProfitLessWhatItRisks() {
    Reward reward = reward(RewardTier.BALANCED);
    copies.desks().realised[0] = 10;
    assertEquals(10 - 0.05 - 0.05 - 0.03 - 0.04, reward.take(0), CLOSE);
    copies.desks().realised[0] = 6;
    // A drawdown of 4 of 4,000, twice
    assertEquals(-4 - 0.05 - 0.05 - 0.002 - 0.03 - 0.04, reward.take(0), CLOSE);
  }

  @Test
  void aKillCostsOneOverTheLargestShareOfKills() {
    Reward reward = reward(RewardTier.CONSERVATIVE);
    copies.desks().killReason[0] = KillReason.BASIS.ordinal();
    assertEquals(-0.05 - 0.05 - 0.03 - 0.04 - 100, reward.take(0), CLOSE);
  }

  @Test
  void theAggressiveTierCountsProfitInUnitsOfItsMean() {
    Reward reward = reward(RewardTier.AGGRESSIVE);
    copies.desks().realised[0] = 10;
    assertEquals(10 / 500.0 - 0.05 - 0.05 - 0.03 - 0.04, reward.take(0), CLOSE);
    copies.desks().realised[0] = -30;
    assertEquals(-40 / 500.0 - 0.05 - 0.05 - 2 * 40 / 8000.0 - 0.03 - 0.04, reward.take(0), CLOSE);
  }
}
