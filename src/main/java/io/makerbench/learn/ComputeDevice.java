package io.makerbench.learn;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import io.makerbench.config.InputException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where networks are computed.
 *
 * @param gpu index of the GPU; −1 for the processor
 */
public record ComputeDevice(int gpu) {
  /** The processor. */
  public static final ComputeDevice CPU = new ComputeDevice(-1);

  private static final Logger LOG = LoggerFactory.getLogger(ComputeDevice.class);
  private static final String ENGINE = "PyTorch";
  private static final Pattern NAME = Pattern.compile("auto|cpu|cuda(?::(\\d{1,3}))?");

  /**
   * The device a configuration asks for: {@code auto} (the first GPU where there is one that works,
   * else the processor), {@code cpu}, {@code cuda} or {@code cuda:N}.
   *
   * @throws InputException when it is no such name, or the GPU is not there
   */
  public static ComputeDevice of(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new InputException(
          "device is \"%s\"; allowed are auto, cpu, cuda and cuda:N.".formatted(name));
    }
    return switch (name) {
      case "cpu" -> CPU;
      case "auto" -> usableGpus() > 0 ? new ComputeDevice(0) : CPU;
      default -> present(matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1)));
    };
  }

  private static ComputeDevice present(int gpu) {
    int count = usableGpus();
    if (gpu >= count) {
      throw new InputException(
          "device asks for cuda:%d, but %s. Use cpu or auto, or start a build with CUDA."
              .formatted(
                  gpu,
                  count == 0
                      ? "this build of PyTorch finds no NVIDIA GPU it can use"
                      : "the GPUs here are cuda:0 to cuda:" + (count - 1)));
    }
    return new ComputeDevice(gpu);
  }

  private static int usableGpus() {
    Engine engine = engine();
    return engine.hasCapability(StandardCapabilities.CUDA) ? engine.getGpuCount() : 0;
  }

  /**
   * PyTorch.
   *
   * @throws InputException when its native library cannot be loaded
   */
  public static Engine engine() {
    try {
      return Engine.getEngine(ENGINE);
    } catch (EngineException e) {
      throw new InputException(
          "PyTorch's native library cannot be loaded: "
              + e.getMessage()
              + ". A build with CUDA uses an installed libtorch: name its folder with"
              + " PYTORCH_LIBRARY_PATH and set PYTORCH_VERSION and PYTORCH_FLAVOR, see"
              + " docs/cuda.md.",
          e);
    }
  }

  /** Lets the networks' arithmetic on the processor use this many threads from now on. */
  public static void useThreads(int threads) {
    engine(); // loads the library
    JniUtils.setNumThreads(threads);
  }

  /** Engine and version, for the record of a run. */
  public static String engineVersion() {
    return ENGINE + " " + engine().getVersion();
  }

  /** True where the networks are computed on a GPU. */
  public boolean isGpu() {
    return gpu >= 0;
  }

  /** Bytes in use on the GPU, by every process; empty on the processor, or where CUDA is mute. */
  public OptionalLong memoryInUse() {
    if (!isGpu()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(CudaUtils.getGpuMemory(tensorDevice()).getCommitted());
    } catch (IllegalStateException | IllegalArgumentException | EngineException mute) {
      LOG.debug("The memory of {} cannot be read.", this, mute);
      return OptionalLong.empty();
    }
  }

  Device tensorDevice() {
    return isGpu() ? Device.gpu(gpu) : Device.cpu();
  }

  /** The name a configuration would give it: {@code cpu} or {@code cuda:N}. */
  @Override
  public String toString() {
    return isGpu() ? "cuda:" + gpu : "cpu";
  }
}
