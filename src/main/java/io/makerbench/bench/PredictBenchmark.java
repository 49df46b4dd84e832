package io.makerbench.bench;

import io.makerbench.experiment.Settings;
import io.makerbench.learn.Compute;
import io.makerbench.learn.ComputeDevice;
import io.makerbench.learn.NetworkEngine;
import io.makerbench.learn.net.Branch;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.Layer;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.random.RandomStream;
import java.util.List;
import java.util.Map;

/** What a net of 14-64-64-8 with tanh needs for a batch of observations. */
record PredictBenchmark(int batch, NetworkEngine engine) implements Benchmark {
  private static final int INPUTS = 14;
  private static final int UNITS = 64;
  private static final int OUTPUTS = 8;
  private static final double FLOPS = 2.0 * (INPUTS * UNITS + UNITS * UNITS + UNITS * OUTPUTS);
  private static final int OBSERVATIONS_OF_A_REPETITION = 200_000;

  /** PyTorch takes some hundred times as long for one observation. */
  private static final int MOST_CALLS_OF_TORCH = 10_000;

  private static final double MICROS_PER_SECOND = 1e6;
  private static final float[] NO_STATE = {};

  @Override
  public String name() {
    return EngineName.of("predict-" + batch, engine);
  }

  @Override
  public String help() {
    return batch == 1
        ? "microseconds of a 14-64-64-8 net for one observation"
        : "observations/s of a 14-64-64-8 net, %,d at a time".formatted(batch);
  }

  @Override
  public Measurement measure(Settings settings) {
    Compute compute = new Compute(engine, ComputeDevice.CPU, threads());
    try (TrainableNetwork network = compute.openWide(shape())) {
      float[] observations = new float[batch * INPUTS];
      network.restore(NetworkState.fresh(numbers(new float[network.shape().size()])));
      Inputs inputs = Inputs.rows(numbers(observations), batch);
      float[] outputs = new float[batch * OUTPUTS];
      Repetitions found =
          Repetitions.of(() ->
              Repetitions.rate((double) calls() * batch, () -> predict(network, inputs, outputs)));
      return measurement(found, compute);
    }
  }

  private void predict(TrainableNetwork network, Inputs inputs, float[] outputs) {
    for (int i = 0; i < calls(); i++) {
      network.predict(inputs, outputs, NO_STATE);
    }
  }

  private Measurement measurement(Repetitions found, Compute compute) {
    Map<String, Object> facts = found.config();
    facts.put("engine", compute.engineVersion(shape()));
    facts.put("threads", threads());
    facts.put("floor_is", "arithmetic of the net over the machine's peak on these threads");
    double floor = PeakArithmetic.flopsPerSecond() * threads() / FLOPS;
    return batch == 1
        ? new Measurement(
            name(), MICROS_PER_SECOND / found.median(), "µs", MICROS_PER_SECOND / floor, facts)
        : new Measurement(name(), found.median(), "observations/s", floor, facts);
  }

  private int calls() {
    int calls = Math.max(1, OBSERVATIONS_OF_A_REPETITION / batch);
    return engine == NetworkEngine.TORCH ? Math.min(calls, MOST_CALLS_OF_TORCH) : calls;
  }

  private int threads() {
    return batch == 1 ? 1 : Runtime.getRuntime().availableProcessors();
  }

  private static float[] numbers(float[] into) {
    RandomStream random = RandomStream.named(1, "benchmark", 0);
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) (random.nextGaussian() / Math.sqrt(UNITS));
    }
    return into;
  }

  private static NetworkShape shape() {
    List<Layer> layers =
        List.of(
            new Layer.Dense("0", UNITS),
            new Layer.Tanh(),
            new Layer.Dense("2", UNITS),
            new Layer.Tanh(),
            new Layer.Dense("4", OUTPUTS));
    return new NetworkShape(INPUTS, List.of(), List.of(new Branch("policy", layers)));
  }
}
