package io.makerbench.learn.acting;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.learn.net.NetworkShape;

/** How a network's outputs become the action that is judged: what the numbers of a row mean. */
public interface ActionRule {
  /** The network whose outputs it reads. */
  NetworkShape shape();

  /** The branch from whose numbers alone the action follows. */
  String branch();

  /** The actions it decides for. */
  Space space();

  /**
   * Decides.
   *
   * @param outputs rows of outputs
   * @param at first number of the row
   * @param actions receives the action
   * @param row which copy's action it is
   */
  void decide(float[] outputs, int at, Actions actions, int row);

  /**
   * What the network thinks of each choice, to be shown beside it: a value or a probability each.
   *
   * @param out receives one number a choice
   */
  void preferences(float[] outputs, int at, float[] out);

  /** How the action follows from the network's branches, for those who carry it out elsewhere. */
  String words();
}
