package io.makerbench.learn.ppo;

import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import io.makerbench.learn.acting.ActionDistribution;
import io.makerbench.learn.acting.ObservationScale;
import io.makerbench.learn.net.NetworkShape;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.random.RandomStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a training begins with: drawn parameters, or a {@link WarmStart}.
 *
 * @param network the parameters
 * @param free those that depend on no input
 * @param scale how the policy from before scales observations; null where it does not
 */
record PolicyStart(NetworkState network, FreeParameters free, @Nullable ObservationScale scale) {
  /**
   * The start of a configuration.
   *
   * @throws InputException when the policy of {@code load_path} cannot be gone on from
   */
  static PolicyStart of(PpoConfig config, NetworkShape shape, Space actions, long seed) {
    FreeParameters free =
        FreeParameters.fresh(ActionDistribution.of(actions).free(), config.logStdInit());
    float[] parameters = OrthogonalStart.draw(shape, RandomStream.named(seed, "network", 0));
    if (config.loadPath() == null) {
      return new PolicyStart(NetworkState.fresh(parameters), free, null);
    }
    WarmStart before = WarmStart.read(Path.of(config.loadPath()), actions, shape);
    before.fill(shape, parameters);
    if (before.spread() != null && before.spread().length == free.values.length) {
      free = FreeParameters.goingOn(before.spread());
    }
    if (config.normalizeObservations() && before.scale() == null) {
      throw new InputException(
          "load_path: the policy of %s learnt from observations as they are; set"
                  .formatted(config.loadPath())
              + " normalize_observations to false.");
    }
    return new PolicyStart(NetworkState.fresh(parameters), free, before.scale());
  }
}
