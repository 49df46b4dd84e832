package io.makerbench.learn.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.OptimiserRule;
import io.makerbench.random.RandomStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.management.ObjectName;

/** A program that makes many updates of a small net and tells its memory before and after. */
final class ManyUpdates {
  static final Path STATUS = Path.of("/proc/self/status");
  private static final int WARM_UP = 20_000;
  private static final int UPDATES = 100_000;
  private static final int ROWS = 16;
  private static final String ARRAYS = "ai.djl.pytorch.engine.PtNDArray";

  private static final NetworkShape SHAPE =
      new NetworkShape(
          4,
          List.of(new Layer.Dense("0", 16), new Layer.Norm("1"), new Layer.Tanh()),
          List.of(
              new Branch("policy", List.of(new Layer.Dropout(0.1), new Layer.Dense("policy", 2))),
              new Branch("value", List.of(new Layer.Dense("value", 1)))));

  private final float[] outputs = new float[ROWS * SHAPE.outputs()];
  private final float[] slopes = new float[outputs.length];
  private final RandomStream random = RandomStream.named(1, "memory", 0);

  private ManyUpdates() {}

  /** Prints live arrays and resident memory in KiB, a line each before and after. */
  public static void main(String[] args) throws Exception {
    Engine engine = Engine.getEngine("PyTorch");
    ManyUpdates work = new ManyUpdates();
    try (TorchTrainable network =
            new TorchTrainable(SHAPE, engine, Device.cpu(), Precision.SINGLE);
        TorchTrainable target = new TorchTrainable(SHAPE, engine, Device.cpu(), Precision.SINGLE)) {
      work.update(network, target, WARM_UP);
      System.out.println("memory " + liveArrays() + " " + residentKib());
      work.update(network, target, UPDATES);
      System.out.println("memory " + liveArrays() + " " + residentKib());
    }
  }

  private void update(TorchTrainable network, TorchTrainable target, int updates) {
    Inputs inputs = Inputs.rows(new float[ROWS * SHAPE.inputs()], ROWS);
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < updates; i++) {
      network.predict(inputs, outputs, outputs);
      network.forward(inputs, outputs, random);
      network.backward(slopes);
      network.step(OptimiserRule.adam(1e-5), 1e-3, 0.5);
      target.follow(network, 0.01);
    }
  }

  /** Arrays that Java still holds, by the histogram of the heap after a collection. */
  private static long liveArrays() throws Exception {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    return histogram
        .lines()
        .map(String::strip)
        .filter(line -> line.contains(" " + ARRAYS + " ") || line.endsWith(" " + ARRAYS))
        .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
        .sum();
  }

  private static long residentKib() throws Exception {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
        .findFirst()
        .orElseThrow();
  }
}
