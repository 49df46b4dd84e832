package io.makerbench.experiment.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import org.junit.jupiter.api.Test;

class RunLimitsTest {
  private final RunLimits limits = new RunLimits(4, 3000, 1000);

  @Test
  void coresAndMemoryLimitEachByItself() {
    assertTrue(limits.admit(2, 2, 2));
    assertFalse(limits.admit(2, 3, 2), "five cores of four");
    assertFalse(limits.admit(3, 0, 1), "four runs of 1000 MiB in 3000");
  }

  @Test
  void oneRunMayAlwaysWork() {
    assertTrue(limits.admit(0, 0, 64));
  }

  @Test
  void aLimitWithoutRoomForARunIsRefusedInWords() {
    assertThrows(InputException.class, () -> new RunLimits(0, 3000, 1000));
    assertThrows(InputException.class, () -> new RunLimits(1, 3000, 100));
    InputException thrown = assertThrows(InputException.class, () -> new RunLimits(1, 500, 1000));
    assertEquals(
        "All runs together may take 500 MiB, which is less than the 1000 MiB of one.",
        thrown.getMessage());
  }

  @Test
  void theMachineHasRoomForARun() {
    assertTrue(RunLimits.ofMachine().cores() >= 1);
    assertTrue(RunLimits.ofMachine().memoryMib() <= RunLimits.installedMib());
  }
}
