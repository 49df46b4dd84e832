package io.makerbench.flow;

import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The state of a random stream in a saved market. */
final class SavedStream {
  private SavedStream() {}

  static void save(RandomStream random, DataOutput out) throws IOException {
    for (long word : random.state()) {
      out.writeLong(word);
    }
  }

  static void restore(RandomStream random, DataInput in) throws IOException {
    long[] state = new long[RandomStream.STATE_LENGTH];
    for (int i = 0; i < state.length; i++) {
      state[i] = in.readLong();
    }
    random.restore(state);
  }
}
