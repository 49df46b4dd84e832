package io.makerbench.learn.ppo;

import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.torch.TensorNetwork;

/**
 * A network in use on the copies of an environment, with what it remembers of each between steps,
 * where its engine has it. Without memory nothing is remembered.
 */
sealed interface Acting extends AutoCloseable permits HostActing, TensorActing {
  /** For a network and so many copies, which have nothing to remember yet. */
  static Acting of(TrainableNetwork network, int copies) {
    return network instanceof TensorNetwork tensors
        ? new TensorActing(tensors, copies)
        : new HostActing(network, copies);
  }

  /**
   * Looks at all copies once and remembers it.
   *
   * @param seen copies × inputs
   * @param begins where an episode begins, so that nothing from before is remembered
   * @param outputs receives copies × outputs
   */
  void step(float[] seen, boolean[] begins, float[] outputs);

  /** Looks at all copies without remembering it. */
  void look(float[] seen, boolean[] begins, float[] outputs);

  /**
   * Looks at some copies without remembering it.
   *
   * @param seen count × inputs
   * @param copies which they are
   * @param outputs receives count × outputs
   */
  void look(float[] seen, int[] copies, int count, float[] outputs);

  /**
   * Writes what it remembers, copies × state width.
   *
   * @param at where in the array
   */
  void remembered(float[] states, int at);

  /** Remembers what is written here, from the array's beginning, in place of all else. */
  void remember(float[] states);

  @Override
  void close();
}
