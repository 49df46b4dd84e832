package io.makerbench.learn.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.VectorEnv;
import io.makerbench.learn.acting.ActionDistribution;
import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.vector.VectorNetwork;
import io.makerbench.random.RandomStream;
import io.makerbench.system.control.Problem;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinibatchesTest {
  private static final int STEPS = 40;
  private static final int COPIES = 3;
  private static final int SEQUENCE = 8;
  private static final long SEED = 4;

  /** Every row once a passage, sequences whole and in order, each with its own start. */
  @Test
  void sequencesKeepTheirOrderStatesAndBeginnings() {
    Rollout rollout = new Rollout(STEPS, COPIES, 1, 1, 2, SEQUENCE);
    for (int row = 0; row < rollout.rows(); row++) {
      rollout.observations[row] = row;
      rollout.begins[row] = row % 5 == 0;
    }
    for (int i = 0; i < rollout.startStates.length; i++) {
      rollout.startStates[i] = i / 2;
    }
    Minibatches minibatches = new Minibatches(rollout, 2 * SEQUENCE + 1, 1);
    minibatches.shuffle(RandomStream.named(SEED, "test", 0));
    TreeSet<Integer> rows = new TreeSet<>();
    while (minibatches.advance()) {
      Inputs inputs = minibatches.inputs();
      assertTrue(inputs.sequences <= 2 && inputs.steps == SEQUENCE);
      for (int i = 0; i < inputs.rows(); i++) {
        int row = (int) inputs.observations[i];
        assertTrue(rows.add(row));
        assertEquals(rollout.begins[row], inputs.begins[i]);
        int place = i % inputs.sequences;
        int time = i / inputs.sequences;
        assertEquals(time, row / COPIES % SEQUENCE);
        int sequence = row / COPIES / SEQUENCE * COPIES + row % COPIES;
        assertEquals(sequence, inputs.state[2 * place]);
        assertEquals(sequence, inputs.state[2 * place + 1]);
      }
    }
    assertEquals(STEPS * COPIES, rows.size());
    assertFalse(minibatches.advance());
  }

  /** A memory run over a sequence from its state ends in the state the next one starts with. */
  @Test
  void statesAtTheStartsOfSequencesAreThoseOfTheRollout() {
    PpoConfig config =
        new PpoConfigs()
            .put("n_steps", STEPS)
            .put("gru_units", 5)
            .put("sequence_length", SEQUENCE)
            .build();
    try (VectorEnv env = Problem.CARTPOLE.env(COPIES, SEED, "training")) {
      ActionDistribution distribution = ActionDistribution.of(env.actionSpace());
      int width = env.observationSpace().width();
      NetworkShape shape = ActorCriticShape.of(config, width, distribution.outputs());
      Rollout rollout =
          new Rollout(STEPS, COPIES, width, distribution.width(), shape.stateWidth(), SEQUENCE);
      try (TrainableNetwork network = new VectorNetwork(shape)) {
        network.restore(
            NetworkState.fresh(OrthogonalStart.draw(shape, RandomStream.named(SEED, "net", 0))));
        try (Collector collector =
            new Collector(
                config,
                env,
                distribution,
                network,
                FreeParameters.fresh(0, 0),
                new ObservationMoments(config, width, null),
                new RunningMoments(1),
                rollout,
                SEED)) {
          collector.begin();
          while (!rollout.isFull()) {
            collector.step();
          }
        }
        assertTrue(anEpisodeBeginsWithin(rollout));
        for (int sequence = 0; sequence + 1 < STEPS / SEQUENCE; sequence++) {
          assertArrayEquals(start(rollout, sequence + 1), stateAfter(network, rollout, sequence));
        }
      }
    }
  }

  private static boolean anEpisodeBeginsWithin(Rollout rollout) {
    return IntStream.range(COPIES, rollout.rows()).anyMatch(row -> rollout.begins[row]);
  }

  private static float[] start(Rollout rollout, int sequence) {
    int length = COPIES * rollout.stateWidth;
    float[] state = new float[length];
    System.arraycopy(rollout.startStates, sequence * length, state, 0, length);
    return state;
  }

  private static float[] stateAfter(TrainableNetwork network, Rollout rollout, int sequence) {
    int rows = SEQUENCE * COPIES;
    float[] observations = new float[rows * rollout.width];
    boolean[] begins = new boolean[rows];
    System.arraycopy(
        rollout.observations, sequence * observations.length, observations, 0, observations.length);
    System.arraycopy(rollout.begins, sequence * rows, begins, 0, rows);
    float[] state = start(rollout, sequence);
    float[] outputs = new float[rows * network.shape().outputs()];
    Inputs inputs = Inputs.sequences(observations, SEQUENCE, COPIES, state, begins);
    network.predict(inputs, outputs, state);
    return state;
  }
}
