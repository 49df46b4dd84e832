package io.makerbench.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import io.makerbench.config.InputException;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.torch.Precision;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"cuda:8", "cuda:999"})
  void aGpuThatIsNotThereIsRefusedInWords(String name) {
    String said = assertThrows(InputException.class, () -> ComputeDevice.of(name)).getMessage();
    assertTrue(said.contains(name), said);
    assertTrue(said.contains("Use cpu or auto"), said);
  }

  @Test
  void withoutAGpuAutoIsTheProcessorAndCudaIsRefused() {
    Assumptions.assumeTrue(Engine.getEngine("PyTorch").getGpuCount() == 0, "a GPU is here");
    assertEquals(ComputeDevice.CPU, ComputeDevice.of("auto"));
    InputException refusal = assertThrows(InputException.class, () -> ComputeDevice.of("cuda"));
    assertTrue(refusal.getMessage().contains("no NVIDIA GPU"), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu", "CUDA", "cuda:", "cuda:-1", "cuda:1234", "cuda0", "cpu:0", ""})
  void otherNamesAreRefusedWithThoseAllowed(String name) {
    String said = assertThrows(InputException.class, () -> ComputeDevice.of(name)).getMessage();
    assertTrue(said.contains("auto, cpu, cuda and cuda:N"), said);
  }

  @Test
  void enginesSuitTheirDevices() {
    ComputeDevice gpu = new ComputeDevice(1);
    assertEquals("cuda:1", gpu.toString());
    assertEquals(NetworkEngine.TORCH, NetworkEngine.AUTO.on(gpu));
    assertEquals(NetworkEngine.VECTOR, NetworkEngine.AUTO.on(ComputeDevice.CPU));
    String said =
        assertThrows(
                InputException.class,
                () -> new Compute(NetworkEngine.VECTOR, gpu).openWide(square(2)))
            .getMessage();
    assertTrue(said.contains("cuda:1"), said);
  }

  @Test
  void threadsAreChosenByNetAndMachineUnlessTheyAreGiven() {
    int cores = Runtime.getRuntime().availableProcessors();
    Compute vector = new Compute(NetworkEngine.VECTOR, ComputeDevice.CPU);
    Compute torch = new Compute(NetworkEngine.TORCH, ComputeDevice.CPU);
    assertEquals(Math.min(2, cores), vector.threads(square(256)));
    assertEquals(1, torch.threads(square(3)));
    assertEquals(cores, torch.threads(square(256)));
    assertEquals(1, new Compute(NetworkEngine.VECTOR, ComputeDevice.CPU, 1).threads(square(256)));
    assertEquals(2, new Compute(NetworkEngine.VECTOR, ComputeDevice.CPU, 9).threads(square(3)));
    assertEquals(9, new Compute(NetworkEngine.TORCH, ComputeDevice.CPU, 9).threads(square(3)));
    assertTrue(torch.engineVersion(square(3)).endsWith(", 1 thread"));
  }

  @Test
  void mixedPrecisionIsForGpus() {
    Compute gpu = new Compute(NetworkEngine.AUTO, new ComputeDevice(0)).mixed();
    assertEquals(Precision.MIXED, gpu.precision());
    assertEquals("torch on cuda:0 in mixed precision", gpu.toString());
    assertEquals(Compute.CPU, Compute.CPU.mixed());
  }

  @Test
  void aNetworkOnTorchSetsTheThreadsItMayUse() {
    try (TrainableNetwork network =
        new Compute(NetworkEngine.TORCH, ComputeDevice.CPU, 2).open(square(3))) {
      assertEquals(2, JniUtils.getNumThreads());
      assertEquals(12, network.shape().size());
    } finally {
      ComputeDevice.useThreads(1);
    }
  }

  private static NetworkShape square(int width) {
    return new NetworkShape(
        width, List.of(), List.of(new Branch("q", List.of(new Layer.Dense("q", width)))));
  }
}
