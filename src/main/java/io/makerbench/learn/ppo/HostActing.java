package io.makerbench.learn.ppo;

import io.makerbench.learn.net.Inputs;
import io.makerbench.learn.net.TrainableNetwork;
import org.jspecify.annotations.Nullable;

/** Remembers on the heap. */
final class HostActing implements Acting {
  private final TrainableNetwork network;
  private final int copies;
  private final int width;
  private final float[] state;
  private final float[] unused;

  HostActing(TrainableNetwork network, int copies) {
    this.network = network;
    this.copies = copies;
    width = network.shape().stateWidth();
    state = new float[copies * width];
    unused = new float[state.length];
  }

  private Inputs inputs(float[] seen, int count, float[] before, boolean @Nullable [] begins) {
    return width == 0 ? Inputs.rows(seen, count) : Inputs.sequences(seen, 1, count, before, begins);
  }

  @Override
  public void step(float[] seen, boolean[] begins, float[] outputs) {
    network.predict(inputs(seen, copies, state, begins), outputs, state);
  }

  @Override
  public void look(float[] seen, boolean[] begins, float[] outputs) {
    network.predict(inputs(seen, copies, state, begins), outputs, unused);
  }

  @Override
  public void look(float[] seen, int[] which, int count, float[] outputs) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(state, which[i] * width, unused, i * width, width);
    }
    network.predict(inputs(seen, count, unused, null), outputs, unused);
  }

  @Override
  public void remembered(float[] states, int at) {
    System.arraycopy(state, 0, states, at, state.length);
  }

  @Override
  public void remember(float[] states) {
    System.arraycopy(states, 0, state, 0, state.length);
  }

  @Override
  public void close() {
    // the network is another's
  }
}
