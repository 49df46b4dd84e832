package io.makerbench.learn.cloning;

import io.makerbench.config.InputException;
import io.makerbench.learn.Checkpoint;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.ppo.OrthogonalStart;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The network a training begins or goes on with.
 *
 * @param network the one that learns
 * @param best parameters of the best epoch so far
 */
record CloneStart(NetworkState network, float[] best) {
  private static final String PARAMETERS = "parameters";

  /** Before the first epoch. */
  static CloneStart drawn(NetworkShape shape, long seed) {
    float[] start = OrthogonalStart.draw(shape, RandomStream.named(seed, "network", 0));
    return new CloneStart(NetworkState.fresh(start), start);
  }

  /** As arrays of a checkpoint, whose policy is the best. */
  static List<NamedArray> arrays(NetworkState network) {
    List<NamedArray> arrays = new ArrayList<>(Checkpoint.moments(network));
    arrays.add(NamedArray.vector(PARAMETERS, network.parameters()));
    return arrays;
  }

  /** As it was kept. */
  static CloneStart kept(Checkpoint checkpoint, long steps) {
    float[] best = TrainedPolicy.read(checkpoint.folder()).policy().parameters();
    float[] learning = checkpoint.array(PARAMETERS, best.length);
    return new CloneStart(checkpoint.network(learning, steps), best);
  }

  /** This, where it is of the shape given. */
  CloneStart fitting(NetworkShape shape) {
    if (best.length != shape.size()) {
      throw new InputException(
          "The checkpoint's network has %d parameters; this training needs %d."
              .formatted(best.length, shape.size()));
    }
    return this;
  }
}
