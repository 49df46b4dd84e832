package io.makerbench.system.perp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.system.perp.engine.Copies;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ActionCodeTest {
  private static final int VENUES = 5;

  private final Copies copies = new Copies(1, PerpConfigs.of("{}").terms());
  private final ActionCode code = new ActionCode(Mode.CORRECTED, copies);

  @Test
  void identityLeavesTheEngineAloneExactly() {
    code.apply(ActionCode.identity(VENUES), 0);
    double[] ones = new double[VENUES];
    Arrays.fill(ones, 1);
    assertArrayEquals(ones, copies.venues().spreadScale);
    assertArrayEquals(ones, copies.venues().sizeScale);
    assertArrayEquals(new double[VENUES], copies.venues().offset);
    assertEquals(1, copies.desks().hedgeScale[0]);
    assertEquals(0.2, copies.venues().hedgeWeight[4]);
    for (Correction reason : Correction.values()) {
      assertEquals(0, code.corrections(reason), reason.toString());
    }
  }

  @Test
  void eachNumberIsLinearInItsRange() {
    float[] action = ActionCode.identity(VENUES);
    action[0] = 1;
    action[1] = -1;
    action[VENUES] = 1;
    action[2 * VENUES] = -0.5f;
    action[3 * VENUES] = 0.5f;
    code.apply(action, 0);
    assertEquals(3, copies.venues().spreadScale[0]);
    assertEquals(0.5, copies.venues().spreadScale[1]);
    assertEquals(2, copies.venues().sizeScale[0]);
    assertEquals(-5, copies.venues().offset[0]);
    assertEquals(1.5, copies.desks().hedgeScale[0]);
  }

  @Test
  void badNumbersAreCorrectedAndCounted() {
    float[] action = ActionCode.identity(VENUES);
    action[0] = Float.NaN;
    action[1] = Float.POSITIVE_INFINITY;
    action[VENUES] = 7;
    action[2 * VENUES] = -3;
    code.apply(action, 0);
    assertEquals(1, copies.venues().spreadScale[0]);
    assertEquals(1, copies.venues().spreadScale[1]);
    assertEquals(2, copies.venues().sizeScale[0]);
    assertEquals(-10, copies.venues().offset[0]);
    assertEquals(2, code.corrections(Correction.NOT_FINITE));
    assertEquals(2, code.corrections(Correction.OUT_OF_RANGE));
  }

  @Test
  void weightsAreSharesOfAWhole() {
    float[] action = ActionCode.identity(VENUES);
    Arrays.fill(action, 3 * VENUES + 1, action.length, -1);
    code.apply(action, 0);
    assertEquals(0.2, copies.venues().hedgeWeight[0]);
    assertEquals(1, code.corrections(Correction.NO_WEIGHT));
    action[3 * VENUES + 1] = 0;
    action[3 * VENUES + 2] = 1;
    code.apply(action, 0);
    assertEquals(0.333333, copies.venues().hedgeWeight[0]);
    assertEquals(0.666667, copies.venues().hedgeWeight[1]);
    assertEquals(1, code.corrections(Correction.WEIGHTS_SCALED));
  }

  @Test
  void anActionOfWrongLengthIsTheIdentity() {
    float[] action = new float[20];
    Arrays.fill(action, 1);
    code.apply(action, 0);
    assertEquals(1, copies.venues().spreadScale[0]);
    assertEquals(1, copies.desks().hedgeScale[0]);
    assertEquals(1, code.corrections(Correction.WRONG_LENGTH));
  }

  @Test
  void offsetsAndWeightsHaveNoEffectAsPublished() {
    ActionCode published = new ActionCode(Mode.PUBLISHED, copies);
    float[] action = ActionCode.identity(VENUES);
    action[2 * VENUES] = 1;
    action[3 * VENUES + 1] = 1;
    published.apply(action, 0);
    assertEquals(0, copies.venues().offset[0]);
    assertEquals(0.2, copies.venues().hedgeWeight[0]);
  }
}
