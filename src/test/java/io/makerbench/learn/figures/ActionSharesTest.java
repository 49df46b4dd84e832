package io.makerbench.learn.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionSharesTest {
  private static Map<String, Double> row(ActionShares shares) {
    Map<String, Double> row = new LinkedHashMap<>();
    shares.put(row);
    return row;
  }

  @Test
  void choicesAreCounted() {
    Space space = new Space.Discrete(3);
    ActionShares shares = new ActionShares(space);
    Actions actions = Actions.of(space, 4);
    System.arraycopy(new int[] {0, 2, 2, 2}, 0, actions.discrete, 0, 4);
    shares.add(actions, 4);
    assertEquals(Map.of("share_0_0", 0.25, "share_0_1", 0.0, "share_0_2", 0.75), row(shares));
    shares.clear();
    assertEquals(Map.of(), row(shares), "nothing was decided since");
  }

  @Test
  void eachOfSeveralChoicesIsAGroup() {
    Space space = new Space.MultiDiscrete(List.of(2, 3));
    ActionShares shares = new ActionShares(space);
    Actions actions = Actions.of(space, 2);
    System.arraycopy(new int[] {1, 0, 1, 2}, 0, actions.discrete, 0, 4);
    shares.add(actions, 2);
    assertEquals(
        List.of("share_0_0", "share_0_1", "share_1_0", "share_1_1", "share_1_2"),
        ActionShares.columns(space));
    assertEquals(List.of(0.0, 1.0, 0.5, 0.0, 0.5), List.copyOf(row(shares).values()));
  }

  @Test
  void numbersFallInEqualPartsOfTheirRangeAndBoundsInTheOuterOnes() {
    Space space = new Space.Box(1, -1, 1);
    ActionShares shares = new ActionShares(space);
    Actions actions = Actions.of(space, 4);
    System.arraycopy(new float[] {-1, 1, 0.1f, 0.2f}, 0, actions.continuous, 0, 4);
    shares.add(actions, 4);
    Map<String, Double> row = row(shares);
    assertEquals("share_0_-1 to -0.75", row.keySet().iterator().next());
    assertEquals(List.of(0.25, 0.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.25), List.copyOf(row.values()));
  }

  @Test
  void sharesOfAWholeAreAveraged() {
    Space space = new Space.Simplex(2);
    ActionShares shares = new ActionShares(space);
    Actions actions = Actions.of(space, 2);
    System.arraycopy(new float[] {0.25f, 0.75f, 0.75f, 0.25f}, 0, actions.continuous, 0, 4);
    shares.add(actions, 2);
    assertEquals(Map.of("share_0_0", 0.5, "share_0_1", 0.5), row(shares));
  }

  @Test
  void aSavedStretchGoesOn() throws IOException {
    Space space = new Space.Discrete(2);
    ActionShares saved = new ActionShares(space);
    Actions actions = Actions.of(space, 1);
    saved.add(actions, 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    saved.save(new DataOutputStream(bytes));
    ActionShares restored = new ActionShares(space);
    restored.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    actions.discrete[0] = 1;
    restored.add(actions, 1);
    assertEquals(Map.of("share_0_0", 0.5, "share_0_1", 0.5), row(restored));
  }
}
