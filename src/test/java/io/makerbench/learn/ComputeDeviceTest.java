package io.makerbench.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.pytorch.jni.JniUtils;
import io.makerbench.config.InputException;
import org.junit.jupiter.api.Test;

class ComputeDeviceTest {
  @Test
  void theThreadsAskedForAreUsed() {
    try {
      ComputeDevice.useThreads(2);
      assertEquals(2, JniUtils.getNumThreads());
    } finally {
      ComputeDevice.useThreads(1);
    }
    assertEquals(1, JniUtils.getNumThreads());
  }

  @Test
  void aGpuThatIsNotThereIsRefusedInWords() {
    InputException refusal = assertThrows(InputException.class, () -> ComputeDevice.of("cuda:999"));
    assertTrue(refusal.getMessage().contains("cuda:999"), refusal.getMessage());
  }
}
