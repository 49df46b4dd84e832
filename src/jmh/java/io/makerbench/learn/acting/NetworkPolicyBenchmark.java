package io.makerbench.learn.acting;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.random.RandomStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One greedy decision of the published Q-network (35-256-128-16, dueling) in plain Java. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NetworkPolicyBenchmark {
  private static final int WIDTH = 35;

  private final NetworkPolicy policy = policy();
  private final float[] observation = observation();
  private final Actions actions = Actions.of(new Space.Discrete(16), 1);

  private static NetworkPolicy policy() {
    QNetwork network = new QNetwork(WIDTH, List.of(256, 128), Norm.LAYER, 16, Head.DUELING);
    return new NetworkPolicy("dqn", network, network.initial(RandomStream.named(1, "network", 0)));
  }

  private static float[] observation() {
    RandomStream random = RandomStream.named(1, "observation", 0);
    float[] values = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Benchmark
  public int decide() {
    policy.act(observation, 1, actions);
    return actions.discrete[0];
  }
}
