package io.makerbench.learn.dqn;

import io.makerbench.config.InputException;
import io.makerbench.learn.Checkpoint;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.acting.TrainedNetwork;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.tensors.NamedArray;
import java.io.DataInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a checkpoint of DQN holds beside the trainer's state: two networks and an optimiser. */
final class DqnCheckpoint {
  static final long FORMAT = 0x4D42_4451_4E00_0003L;
  private static final String TARGET = "target";

  private DqnCheckpoint() {}

  static void write(
      Path folder, TrainedPolicy policy, LearnerState learner, Checkpoint.State trainer)
      throws IOException {
    NetworkState online = learner.online();
    List<NamedArray> arrays = new ArrayList<>();
    arrays.add(NamedArray.vector(TARGET, learner.target()));
    arrays.addAll(Checkpoint.moments(online));
    Checkpoint.write(
        folder,
        FORMAT,
        policy,
        arrays,
        out -> {
          out.writeLong(online.steps());
          trainer.write(out);
        });
  }

  /** The learner that was kept. */
  static LearnerState learner(Checkpoint kept, DataInput in, QNetwork network) throws IOException {
    TrainedNetwork trained = TrainedNetwork.read(kept.folder());
    if (!trained.network().equals(network)) {
      throw new InputException(
          "%s holds %s, this training needs %s."
              .formatted(kept.folder(), trained.network(), network));
    }
    NetworkState online = kept.network(trained.parameters(), in.readLong());
    return new LearnerState(online, kept.array(TARGET, network.size()));
  }
}
