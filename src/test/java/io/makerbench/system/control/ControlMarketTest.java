package io.makerbench.system.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.env.Episode;
import io.makerbench.policy.ConstantPolicy;
import io.makerbench.policy.Policy;
import io.makerbench.system.Window;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ControlMarketTest {
  private static final int EPISODES = 10;

  @Test
  void rulesMadeByHandSolveTheProblems() {
    assertEquals(100, meanReturn(Problem.IDENTITY, "scripted"));
    assertEquals(100, meanReturn(Problem.ENDLESS, "scripted"));
    assertEquals(500, meanReturn(Problem.CARTPOLE, "scripted"));
    assertTrue(meanReturn(Problem.ACROBOT, "scripted") > -100);
  }

  @Test
  void chanceSolvesNone() {
    assertEquals(25, meanReturn(Problem.IDENTITY, "random"), 5);
    assertEquals(22, meanReturn(Problem.CARTPOLE, "random"), 8);
    assertTrue(meanReturn(Problem.ACROBOT, "random") < -400);
  }

  private static double meanReturn(Problem problem, String baseline) {
    try (ControlMarket market = market(problem)) {
      Policy policy = market.baseline(baseline);
      return market.evaluationWindows().stream()
              .mapToDouble(window -> market.run(policy, window).realisedPnl())
              .average()
              .orElseThrow()
          / EPISODES;
    }
  }

  @Test
  void recordsWhatWasDoneAndEarned() {
    try (ControlMarket market = market(Problem.ENDLESS)) {
      Window window = market.evaluationWindows().get(1);
      Episode episode = market.run(new ConstantPolicy("one", 1), window);
      assertEquals(100 * EPISODES + 1, episode.ticks());
      assertEquals(window.startNs(), episode.timeNs()[0]);
      assertEquals(window.endNs(), episode.timeNs()[100 * EPISODES]);
      assertEquals(7, episode.equity()[7]);
      assertEquals(1, episode.action()[7]);
      assertEquals(market.optimalValue(window), Arrays.stream(episode.reward()).sum());
    }
  }

  @Test
  void everyWindowIsAnotherOneAndTheSameAgain() {
    try (ControlMarket market = market(Problem.CARTPOLE);
        ControlMarket again = market(Problem.CARTPOLE)) {
      Policy random = market.baseline("random");
      Window first = market.evaluationWindows().getFirst();
      Window second = market.evaluationWindows().get(1);
      int[] actions = market.run(random, first).action();
      assertArrayEquals(actions, market.run(random, first).action());
      assertArrayEquals(actions, again.run(again.baseline("random"), first).action());
      assertTrue(!Arrays.equals(actions, market.run(random, second).action()));
    }
  }

  @Test
  void namesTheBaselinesItHas() {
    try (ControlMarket market = market(Problem.CARTPOLE)) {
      InputException thrown =
          assertThrows(InputException.class, () -> market.baseline("do_nothing"));
      assertEquals(
          "There is no baseline do_nothing in control; there are random, scripted.",
          thrown.getMessage());
    }
  }

  private static ControlMarket market(Problem problem) {
    return new ControlMarket(new ControlConfig(problem, 1, 3, EPISODES));
  }
}
