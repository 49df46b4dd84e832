package io.makerbench.policy;

import io.makerbench.env.Actions;

/**
 * Observations in, actions out, for a batch. The same object acts in training, evaluation, replay
 * on screen and live trading. Not safe for several threads unless an implementation says so.
 */
public interface Policy {
  /** Name in tables, charts and folders, for example {@code dqn} or {@code symmetric_l1}. */
  String name();

  /**
   * Chooses an action for each of {@code count} observations.
   *
   * @param observations count × observation width
   * @param actions where the first {@code count} actions are written
   */
  void act(float[] observations, int count, Actions actions);

  /**
   * An episode begins in a copy: a policy with memory forgets there what was before.
   *
   * @param copy row of the observations that follow
   */
  default void begin(int copy) {
    // most policies remember nothing
  }

  /**
   * True for a policy that acts on every tick whatever the decision rule of its environment, as a
   * baseline that always follows the book does.
   */
  default boolean everyTick() {
    return false;
  }
}
