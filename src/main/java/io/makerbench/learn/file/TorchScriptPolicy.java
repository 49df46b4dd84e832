package io.makerbench.learn.file;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.learn.ComputeDevice;
import io.makerbench.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A TorchScript module of a user's own as a policy, run by PyTorch on the processor. It takes
 * observations as the market gives them, rows × observation width of 32-bit floats, and gives rows
 * × numbers; of a tuple or list of outputs the first is taken. {@link ModuleOutputs} says what the
 * numbers mean. Nothing is remembered from one call to the next.
 */
public final class TorchScriptPolicy implements Policy, AutoCloseable {
  /** The policy's name. */
  public static final String NAME = "torchscript";

  private static final String CODE = "/code/";
  private static final String CONSTANTS = "/constants.pkl";
  private static final int MATRIX = 2;

  private final Path file;
  private final int inputs;
  private final ModuleOutputs meaning;
  private final Model model;
  private final PtSymbolBlock module;

  private TorchScriptPolicy(Path file, int inputs, Space actions) {
    this.file = file;
    this.inputs = inputs;
    meaning = new ModuleOutputs(actions, file.toString());
    model = ComputeDevice.engine().newModel(NAME, Device.cpu());
    try (InputStream in = Files.newInputStream(file)) {
      model.load(in, Map.of("mapLocation", "true"));
    } catch (MalformedModelException | EngineException e) {
      model.close();
      throw new InputException(
          "%s is no TorchScript module that PyTorch %s can read: %s"
              .formatted(file, ComputeDevice.engine().getVersion(), firstLine(e)),
          e);
    } catch (IOException e) {
      model.close();
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    module = (PtSymbolBlock) model.getBlock();
  }

  /**
   * True for a file that {@code torch.jit.save} wrote; a state dict, which {@code torch.save}
   * wrote, is such an archive too, but holds no code.
   */
  public static boolean recognizes(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream().anyMatch(entry -> entry.getName().endsWith(CONSTANTS))
          && zip.stream().anyMatch(entry -> entry.getName().contains(CODE));
    } catch (ZipException e) {
      return false; // no archive at all
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /**
   * Opens a module and tries it on an observation of zeroes.
   *
   * @param inputs numbers in one of the market's observations
   * @param actions what the market takes
   * @throws InputException when it cannot be read or run, or gives too few or many numbers
   */
  public static TorchScriptPolicy open(Path file, int inputs, Space actions) {
    TorchScriptPolicy policy = new TorchScriptPolicy(file, inputs, actions);
    try {
      policy.run(new float[inputs], 1);
      return policy;
    } catch (EngineException e) {
      String takes = policy.matrixInputs();
      policy.close();
      throw new InputException(
          "%s cannot be run on observations of %d numbers, which this market gives%s: %s"
              .formatted(file, inputs, takes, firstLine(e)),
          e);
    } catch (InputException e) {
      policy.close();
      throw e;
    }
  }

  /** What the first matrix of the module multiplies, in words; empty where there is none. */
  private String matrixInputs() {
    return module.getDirectParameters().values().stream()
        .map(Parameter::getArray)
        .map(NDArray::getShape)
        .filter(shape -> shape.dimension() == MATRIX)
        .findFirst()
        .map(shape -> " (its first layer takes %d)".formatted(shape.get(1)))
        .orElse("");
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void act(float[] observations, int count, Actions actions) {
    float[] outputs = run(observations, count);
    for (int row = 0; row < count; row++) {
      meaning.decide(outputs, row * meaning.width(), actions, row);
    }
  }

  private float[] run(float[] observations, int rows) {
    JniUtils.setGradMode(false);
    float[] seen = Arrays.copyOf(observations, rows * inputs);
    try (NDManager work = model.getNDManager().newSubManager();
        IValue input = IValue.from((PtNDArray) work.create(seen, new Shape(rows, inputs)));
        IValue output = module.forward(input)) {
      NDArray first = first(output, (PtNDManager) work);
      if (!first.getShape().equals(new Shape(rows, meaning.width()))) {
        throw new InputException(
            "%s gives numbers of shape %s, but this market's actions need (%d, %d)."
                .formatted(file, first.getShape(), rows, meaning.width()));
      }
      return first.toType(DataType.FLOAT32, false).toFloatArray();
    }
  }

  private NDArray first(IValue output, PtNDManager work) {
    if (output.isTensor()) {
      return output.toTensor(work);
    }
    if (output.isTuple() || output.isTensorList()) {
      NDList all = output.toNDList(work);
      if (!all.isEmpty()) {
        return all.head();
      }
    }
    throw new InputException(
        "%s gives a %s; a tensor, or a tuple or list of tensors, is read."
            .formatted(file, output.getType()));
  }

  @Override
  public void close() {
    model.close();
  }
}
