package io.makerbench.learn.net;

/**
 * All that the next update of a network depends on, in the layout of {@link NetworkShape#slots}.
 *
 * @param parameters the network
 * @param mean first moments of the gradient
 * @param variance second moments of the gradient
 * @param steps updates made
 */
public record NetworkState(float[] parameters, float[] mean, float[] variance, long steps) {
  /** A network that has not learnt yet. */
  public static NetworkState fresh(float[] parameters) {
    return new NetworkState(
        parameters, new float[parameters.length], new float[parameters.length], 0);
  }
}
