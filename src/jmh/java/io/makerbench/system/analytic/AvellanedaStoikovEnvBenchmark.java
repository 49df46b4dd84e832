package io.makerbench.system.analytic;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.env.Actions;
import io.makerbench.env.Transitions;
import io.makerbench.random.RandomStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.node.JsonNodeFactory;

/** Steps of 16,384 copies on one thread; the floor is the writing of what a step tells. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AvellanedaStoikovEnvBenchmark {
  private static final int COPIES = 16_384;

  /** Actions of the default grid. */
  private static final int CHOICES = 15;

  private final AnalyticConfig config =
      new ConfigReader(ConfigSchema.of(AnalyticConfig.class))
          .read(JsonNodeFactory.instance.objectNode(), AnalyticConfig.class, "benchmark");
  private final Transitions transitions = new Transitions(COPIES, AvellanedaStoikovEnv.WIDTH);
  private AvellanedaStoikovEnv grid;
  private AvellanedaStoikovEnv depths;
  private Actions choices;
  private Actions numbers;

  @Setup
  public void open() {
    grid = env(config.actions().actions());
    depths = env(new QuoteActions.Depths(1));
    choices = Actions.of(grid.actionSpace(), COPIES);
    numbers = Actions.of(depths.actionSpace(), COPIES);
    RandomStream random = RandomStream.named(1, "benchmark", 0);
    Arrays.setAll(choices.discrete, copy -> random.nextInt(CHOICES));
    for (int i = 0; i < numbers.continuous.length; i++) {
      numbers.continuous[i] = (float) random.nextDouble();
    }
  }

  private AvellanedaStoikovEnv env(QuoteActions quotes) {
    return new AvellanedaStoikovEnv(config, quotes, COPIES, 1, "benchmark", 1);
  }

  /** Actions from a grid, whose chances of a fill are known beforehand. */
  @Benchmark
  @OperationsPerInvocation(COPIES)
  public double grid() {
    grid.step(choices, transitions);
    return transitions.rewards[0];
  }

  /** Any depths: two exponentials a step. */
  @Benchmark
  @OperationsPerInvocation(COPIES)
  public double depths() {
    depths.step(numbers, transitions);
    return transitions.rewards[0];
  }

  /** The floor: the transitions written without a market behind them. */
  @Benchmark
  @OperationsPerInvocation(COPIES)
  public double writeOnly() {
    Arrays.fill(transitions.observations, 1);
    Arrays.fill(transitions.rewards, 1);
    Arrays.fill(transitions.pnl, 1);
    Arrays.fill(transitions.terminated, false);
    Arrays.fill(transitions.truncated, false);
    Arrays.fill(transitions.elapsedSeconds, 1);
    Arrays.fill(transitions.ticks, 1);
    return transitions.rewards[0];
  }
}
