package io.makerbench.learn.net;

import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Random networks, parameters and inputs of every kind there is. */
public final class NetworkArbitraries {
  private static final int WIDEST = 40;

  /** The norm of two or three numbers is nearly a step function, which no engine gets right. */
  private static final int NARROWEST_NORM = 8;

  private static final int MOST_ROWS = 9;

  private NetworkArbitraries() {}

  /** Any shape: with and without trunk, memory, norms and dropout. */
  public static NetworkShape shape(RandomStream random) {
    return shape(random, WIDEST);
  }

  /**
   * Any shape.
   *
   * @param widest most units of a layer
   */
  static NetworkShape shape(RandomStream random, int widest) {
    int[] name = {0};
    List<Layer> trunk = new ArrayList<>();
    hidden(random, random.nextInt(3), widest, trunk, name);
    if (random.nextInt(2) == 0) {
      trunk.add(new Layer.Gru("gru", width(random, widest)));
      hidden(random, random.nextInt(2), widest, trunk, name);
    }
    List<Branch> branches = new ArrayList<>();
    for (int b = 0; b <= random.nextInt(3); b++) {
      List<Layer> layers = new ArrayList<>();
      hidden(random, random.nextInt(3), widest, layers, name);
      layers.add(new Layer.Dense("layer" + name[0]++, width(random, widest)));
      branches.add(new Branch("branch" + b, layers));
    }
    return new NetworkShape(width(random, widest), trunk, branches);
  }

  /** Norms stand before or behind what bends, as learners want them. */
  private static void hidden(
      RandomStream random, int count, int widest, List<Layer> layers, int[] name) {
    for (int i = 0; i < count; i++) {
      int normed = random.nextInt(4);
      int width = width(random, widest) + (normed < 2 ? NARROWEST_NORM : 0);
      layers.add(new Layer.Dense("layer" + name[0]++, width));
      if (normed == 0) {
        layers.add(new Layer.Norm("norm" + name[0]++));
      }
      layers.add(
          switch (random.nextInt(3)) {
            case 0 -> new Layer.Tanh();
            case 1 -> new Layer.Relu();
            default -> new Layer.LeakyRelu();
          });
      if (normed == 1) {
        layers.add(new Layer.Norm("norm" + name[0]++));
      }
      if (random.nextInt(4) == 0) {
        layers.add(new Layer.Dropout(0.05 + 0.6 * random.nextDouble()));
      }
    }
  }

  private static int width(RandomStream random, int widest) {
    return 2 + random.nextInt(widest);
  }

  /** Parameters of the size that fresh ones have. */
  public static float[] parameters(NetworkShape shape, RandomStream random) {
    float[] values = new float[shape.size()];
    for (Slot slot : shape.slots()) {
      double scale = slot.shape().length == 2 ? 1 / Math.sqrt(slot.shape()[1]) : 0.5;
      for (int i = 0; i < slot.length(); i++) {
        values[slot.offset() + i] = (float) (random.nextGaussian() * scale);
      }
    }
    return values;
  }

  /** Inputs for a shape: sequences where it has memory. */
  public static Inputs inputs(NetworkShape shape, RandomStream random) {
    return inputs(shape, 1 + random.nextInt(MOST_ROWS), random);
  }

  /** As {@link #inputs}, with so many sequences, or rows where there is no memory. */
  static Inputs inputs(NetworkShape shape, int sequences, RandomStream random) {
    if (shape.stateWidth() == 0) {
      return Inputs.rows(numbers(sequences * shape.inputs(), random), sequences);
    }
    int steps = 1 + random.nextInt(MOST_ROWS);
    boolean[] begins = new boolean[steps * sequences];
    for (int row = 0; row < begins.length; row++) {
      begins[row] = random.nextInt(4) == 0;
    }
    return Inputs.sequences(
        numbers(steps * sequences * shape.inputs(), random),
        steps,
        sequences,
        numbers(sequences * shape.stateWidth(), random),
        random.nextInt(4) == 0 ? null : begins);
  }

  /** Standard normal numbers. */
  public static float[] numbers(int count, RandomStream random) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
