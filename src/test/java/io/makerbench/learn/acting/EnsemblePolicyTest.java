package io.makerbench.learn.acting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnsemblePolicyTest {
  private static final Space CHOICES = new Space.Discrete(3);

  /** A network of three outputs for one number, whose outputs are these biases. */
  private static NetworkPolicy biased(float... biases) {
    return new NetworkPolicy(
        "biased",
        new DistributionRule(shape(3), CHOICES),
        new float[] {0, 0, 0, biases[0], biases[1], biases[2]});
  }

  private static NetworkShape shape(int outputs) {
    Branch branch =
        new Branch(DistributionRule.BRANCH, List.of(new Layer.Dense("policy.0", outputs)));
    return new NetworkShape(1, List.of(), List.of(branch));
  }

  /** Each of two would choose otherwise; their mean likes what both like somewhat. */
  @Test
  void decidesByTheMeanOfOutputs() {
    EnsemblePolicy both = new EnsemblePolicy(List.of(biased(3, 2, -4), biased(-4, 2, 3)));
    Actions actions = Actions.of(CHOICES, 2);
    for (int time = 0; time < 2; time++) {
      both.act(new float[] {0.5f, -1}, 2, actions);
      assertEquals(1, actions.discrete[0]);
      assertEquals(1, actions.discrete[1]);
    }
  }

  @Test
  void numbersAreAveraged() {
    Space free = new Space.Box(3, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    DistributionRule rule = new DistributionRule(shape(3), free);
    NetworkPolicy one = new NetworkPolicy("one", rule, new float[] {1, 0, 0, 1, 2, 3});
    NetworkPolicy two = new NetworkPolicy("two", rule, new float[] {3, 0, 0, 3, 2, -3});
    Actions actions = Actions.of(free, 1);
    new EnsemblePolicy(List.of(one, two)).act(new float[] {2}, 1, actions);
    assertEquals(6, actions.continuous[0], 1e-6);
    assertEquals(2, actions.continuous[1], 1e-6);
    assertEquals(0, actions.continuous[2], 1e-6);
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    NetworkPolicy other =
        new NetworkPolicy(
            "other", new DistributionRule(shape(2), new Space.Discrete(2)), new float[4]);
    assertThrows(InputException.class, () -> new EnsemblePolicy(List.of(biased(1, 2, 3), other)));
    assertThrows(InputException.class, () -> new EnsemblePolicy(List.of()));
  }
}
