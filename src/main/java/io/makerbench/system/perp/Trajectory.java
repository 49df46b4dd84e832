package io.makerbench.system.perp;

import io.makerbench.env.Actions;
import io.makerbench.policy.Policy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One episode of an expert as the bytes of its rows: raw observations, published actions, rewards,
 * terminal flags and the episode's number.
 */
final class Trajectory {
  private final ByteBuffer observations;
  private final ByteBuffer actions;
  private final ByteBuffer rewards;
  private final ByteBuffer terminals;
  private final ByteBuffer indices;
  private int rows;
  private boolean killed;
  private double profit;

  private Trajectory(int ticks, int observationWidth, int actionWidth) {
    observations = room(ticks * observationWidth * Float.BYTES);
    actions = room(ticks * actionWidth * Float.BYTES);
    rewards = room(ticks * Float.BYTES);
    terminals = room(ticks);
    indices = room(ticks * Long.BYTES);
  }

  private static ByteBuffer room(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Plays an episode.
   *
   * @param config with raw observations
   */
  static Trajectory of(
      PerpConfig config, Histories histories, Policy expert, long seed, int episode) {
    Observation observation = Observation.of(config);
    int venues = config.venues().size();
    int width = ActionCode.width(venues);
    Trajectory trajectory = new Trajectory(config.maxTicks(), observation.width(), width);
    Simulation simulation = new Simulation(config, histories, 1);
    simulation.begin(0, seed);
    Actions chosen = Actions.of(ActionCode.space(venues), 1);
    float[] seen = new float[observation.width()];
    expert.begin(0);
    for (int tick = 1; tick <= config.maxTicks() && !trajectory.killed; tick++) {
      observation.write(simulation.copies(), 0, seen);
      expert.act(seen, 1, chosen);
      double reward = simulation.step(0, tick, chosen.continuous);
      trajectory.killed = simulation.copies().desks().isKilled(0);
      boolean last = trajectory.killed || tick == config.maxTicks();
      trajectory.add(seen, chosen.continuous, venues, reward, last);
      trajectory.indices.putLong(episode);
    }
    trajectory.profit = simulation.copies().desks().profit(0);
    return trajectory;
  }

  private void add(float[] seen, float[] chosen, int venues, double reward, boolean last) {
    for (float number : seen) {
      observations.putFloat(number);
    }
    for (int n = 0; n < chosen.length; n++) {
      actions.putFloat(ActionCode.published(chosen[n], n, venues));
    }
    rewards.putFloat((float) reward);
    terminals.put((byte) (last ? 1 : 0));
    rows++;
  }

  int rows() {
    return rows;
  }

  boolean killed() {
    return killed;
  }

  double profit() {
    return profit;
  }

  /** The rows of each file, in the order of {@link Dataset#FILES}. */
  ByteBuffer[] columns() {
    return new ByteBuffer[] {
      observations.flip(), actions.flip(), rewards.flip(), terminals.flip(), indices.flip()
    };
  }
}
