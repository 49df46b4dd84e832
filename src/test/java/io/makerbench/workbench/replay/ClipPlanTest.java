package io.makerbench.workbench.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import org.junit.jupiter.api.Test;

class ClipPlanTest {
  @Test
  void picturesStandAStepApartAndNoneAfterTheEnd() {
    ClipPlan plan = new ClipPlan(100, 131, 10);
    assertEquals(4, plan.pictures());
    assertEquals(130, plan.instant(3));
    assertEquals(1, ClipPlan.still(7).pictures());
    assertEquals(7, ClipPlan.still(7).instant(0));
  }

  @Test
  void whatCannotBeSavedIsSaidInWords() {
    assertThrows(InputException.class, () -> new ClipPlan(100, 99, 10));
    assertThrows(InputException.class, () -> new ClipPlan(100, 200, 0));
    InputException tooMany = assertThrows(InputException.class, () -> new ClipPlan(0, 10_000, 1));
    assertTrue(String.valueOf(tooMany.getMessage()).contains("10001 pictures"));
  }
}
