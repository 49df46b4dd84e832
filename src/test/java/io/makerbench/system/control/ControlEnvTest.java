package io.makerbench.system.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Actions;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ControlEnvTest {
  private static final double ROUNDING = 1e-12;

  /** What Gymnasium 1.3.0 makes of CartPole-v1 from this state by these actions. */
  @Test
  void cartPoleMovesAsPublished() throws IOException {
    double[] start = {0.01, -0.02, 0.03, 0.04};
    assertArrayEquals(
        new double[] {
          0.009600000000000001, 0.17467919574755525, 0.030799999999999998, -0.2430687179600081
        },
        moved(Problem.CARTPOLE, start, 1),
        ROUNDING);
    assertArrayEquals(
        new double[] {
          0.01436425800988329, -0.023562927528291283, 0.02999433771988898, 0.11862882701621602
        },
        moved(Problem.CARTPOLE, start, 1, 0, 0, 1, 1, 0, 1, 0),
        ROUNDING);
  }

  /** What Gymnasium 1.3.0 makes of Acrobot-v1. */
  @Test
  void acrobotMovesAsPublished() throws IOException {
    double[] start = {0.05, -0.04, 0.03, -0.02};
    assertArrayEquals(
        new double[] {
          0.035661459408620054, -0.0006730012037815536, -0.16898900353719423, 0.4037878875988046
        },
        moved(Problem.ACROBOT, start, 2),
        ROUNDING);
    assertArrayEquals(
        new double[] {
          -0.01459680520303959, -0.04016761144188159, -0.031255422313078624, 0.0868864637448522
        },
        moved(Problem.ACROBOT, start, 2, 0, 1, 2, 0, 0, 2, 1, 2, 0),
        ROUNDING);
  }

  /** The equations of the cart and pole as Florian (2005) writes them, by forces. */
  @Test
  void cartPoleFollowsNewton() throws IOException {
    double[] s = {0.3, -0.5, 0.1, 0.7};
    double[] moved = moved(Problem.CARTPOLE, s, 0);
    double angular = (moved[3] - s[3]) / 0.02;
    double linear = (moved[1] - s[1]) / 0.02;
    // whole system: F = (M + m)·a + m·l·(α·cos θ − ω²·sin θ)
    double force = 1.1 * linear + 0.05 * (angular * Math.cos(s[2]) - s[3] * s[3] * Math.sin(s[2]));
    assertEquals(-10, force, 1e-9);
    // pole about its hinge: 4/3·l·α = g·sin θ − a·cos θ
    assertEquals(9.8 * Math.sin(s[2]) - linear * Math.cos(s[2]), 4.0 / 3 * 0.5 * angular, 1e-9);
  }

  /** Pushed one way from near rest, the pole leans beyond 12° at the tenth step. */
  @Test
  void cartPoleIsOverWhenThePoleHasFallen() throws IOException {
    Probe probe = new Probe(Problem.CARTPOLE, 0.01, -0.02, 0.03, 0.04);
    for (int step = 1; step < 10; step++) {
      probe.act(1);
      assertFalse(probe.transitions.terminated[0], "step " + step);
    }
    probe.act(1);
    assertTrue(probe.transitions.terminated[0]);
    assertFalse(probe.transitions.truncated[0]);
    assertEquals(1, probe.transitions.rewards[0]);
    assertEquals(10, probe.transitions.pnl[0]);
    assertTrue(probe.transitions.finalObservations[2] < -0.2094);
    assertEquals(0, probe.transitions.observations[2], 0.05);
    probe.act(1);
    assertEquals(1, probe.transitions.pnl[0]);
  }

  /** By the rule that always bends against the first link Gymnasium needs 98 steps from here. */
  @Test
  void acrobotIsOverWhenItsEndIsUp() throws IOException {
    Probe probe = new Probe(Problem.ACROBOT, 0.05, -0.04, 0.03, -0.02);
    int steps = 0;
    do {
      probe.act(probe.transitions.observations[4] < 0 ? 2 : 0);
      steps++;
    } while (!probe.transitions.terminated[0]);
    assertEquals(98, steps);
    assertEquals(0, probe.transitions.rewards[0]);
    assertEquals(-97, probe.transitions.pnl[0]);
  }

  @Test
  void whatIsNotOverIsCutOff() {
    VectorEnv env = Problem.ACROBOT.env(3, 1, "test");
    Transitions transitions = new Transitions(3, 6);
    Actions actions = Actions.of(env.actionSpace(), 3);
    Arrays.fill(actions.discrete, 1); // no torque
    env.reset(transitions.observations);
    for (int step = 1; step <= 500; step++) {
      env.step(actions, transitions);
      assertEquals(step == 500, transitions.truncated[2], "step " + step);
      assertFalse(transitions.terminated[2]);
    }
    assertEquals(-500, transitions.pnl[2]);
  }

  @Test
  void identityPaysForTheNumberShown() {
    VectorEnv env = Problem.IDENTITY.env(2, 1, "test");
    Transitions transitions = new Transitions(2, 4);
    Actions actions = Actions.of(env.actionSpace(), 2);
    env.reset(transitions.observations);
    for (int step = 0; step < 100; step++) {
      int shown = 0;
      while (transitions.observations[shown] == 0) {
        shown++;
      }
      actions.discrete[0] = shown;
      actions.discrete[1] = 4; // never shown
      env.step(actions, transitions);
    }
    assertEquals(100, transitions.pnl[0]);
    assertEquals(0, transitions.pnl[1]);
    assertTrue(transitions.truncated[0]);
  }

  @Test
  void endlessPaysWhateverIsDone() {
    VectorEnv env = Problem.ENDLESS.env(1, 1, "test");
    Transitions transitions = new Transitions(1, 1);
    Actions actions = Actions.of(env.actionSpace(), 1);
    env.reset(transitions.observations);
    for (int step = 1; step <= 250; step++) {
      actions.discrete[0] = step % 2;
      env.step(actions, transitions);
      assertEquals(1, transitions.rewards[0]);
      assertFalse(transitions.terminated[0]);
      assertEquals(step % 100 == 0, transitions.truncated[0]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void savedCopiesGoOnAsIfTheyHadNotBeen(Problem problem) throws IOException {
    VectorEnv env = problem.env(5, 3, "test");
    walk(env, 730);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    env.save(new DataOutputStream(bytes));
    VectorEnv restored = problem.env(5, 99, "other");
    restored.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertArrayEquals(steps(env, 700), steps(restored, 700));
  }

  @ParameterizedTest
  @EnumSource
  void copiesDoNotDependOnHowManyThereAre(Problem problem) {
    float[] few = walk(problem.env(2, 3, "test"), 400);
    float[] many = walk(problem.env(7, 3, "test"), 400);
    assertArrayEquals(few, Arrays.copyOf(many, few.length));
  }

  /** Steps by actions that repeat, from a reset. */
  private static float[] walk(VectorEnv env, int steps) {
    env.reset(new float[env.copies() * env.observationSpace().width()]);
    return steps(env, steps);
  }

  private static float[] steps(VectorEnv env, int steps) {
    Transitions transitions = new Transitions(env.copies(), env.observationSpace().width());
    Actions actions = Actions.of(env.actionSpace(), env.copies());
    for (int step = 0; step < steps; step++) {
      Arrays.fill(actions.discrete, step / 3 % 2);
      env.step(actions, transitions);
    }
    return transitions.observations;
  }

  private static double[] moved(Problem problem, double[] start, int... actions)
      throws IOException {
    Probe probe = new Probe(problem, start);
    for (int action : actions) {
      probe.act(action);
    }
    return probe.state();
  }

  /** One copy put into a state of our choice, by what it saves. */
  private static final class Probe {
    private static final int BYTES_BEFORE_STATE = 6 * Long.BYTES + Integer.BYTES + Double.BYTES;

    private final ControlEnv env;
    private final Transitions transitions;
    private final Actions actions;

    Probe(Problem problem, double... state) throws IOException {
      env = new ControlEnv(problem.dynamics(), 1, 1, "probe");
      transitions = new Transitions(1, env.observationSpace().width());
      actions = Actions.of(env.actionSpace(), 1);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.write(saved(), 0, BYTES_BEFORE_STATE);
      for (double number : state) {
        out.writeDouble(number);
      }
      env.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    void act(int action) {
      actions.discrete[0] = action;
      env.step(actions, transitions);
    }

    double[] state() throws IOException {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved()));
      in.skipNBytes(BYTES_BEFORE_STATE);
      double[] state = new double[4];
      for (int i = 0; i < state.length; i++) {
        state[i] = in.readDouble();
      }
      return state;
    }

    private byte[] saved() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      env.save(new DataOutputStream(bytes));
      return bytes.toByteArray();
    }
  }
}
