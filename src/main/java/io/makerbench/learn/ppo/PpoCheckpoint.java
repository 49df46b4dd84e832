package io.makerbench.learn.ppo;

import io.makerbench.learn.Checkpoint;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.tensors.NamedArray;
import java.io.DataInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a checkpoint of PPO holds beside the trainer's state: the network and free parameters. */
final class PpoCheckpoint {
  static final long FORMAT = 0x4D42_5050_4F00_0004L;

  private PpoCheckpoint() {}

  static void write(
      Path folder,
      TrainedPolicy policy,
      NetworkState network,
      FreeParameters free,
      Checkpoint.State trainer)
      throws IOException {
    List<NamedArray> arrays = new ArrayList<>(Checkpoint.moments(network));
    arrays.addAll(free.named());
    Checkpoint.write(
        folder,
        FORMAT,
        policy,
        arrays,
        out -> {
          out.writeLong(network.steps());
          trainer.write(out);
        });
  }

  /**
   * Where the training that was kept goes on.
   *
   * @param free number of free parameters
   */
  static PolicyStart start(Checkpoint kept, DataInput in, int free) throws IOException {
    float[] parameters = TrainedPolicy.read(kept.folder()).policy().parameters();
    return new PolicyStart(
        kept.network(parameters, in.readLong()), FreeParameters.kept(kept, free), null);
  }
}
