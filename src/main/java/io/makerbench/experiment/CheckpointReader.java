package io.makerbench.experiment;

import io.makerbench.learn.Dqn;
import io.makerbench.learn.TrainedNetwork;
import io.makerbench.learn.TrainedPolicy;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a trained policy from any of the places a user may name. */
public final class CheckpointReader {
  private static final String CARD = "policy.json";

  private CheckpointReader() {}

  /**
   * The policy at a path: that of a run's folder, of a checkpoint's folder, or the Q-network of a
   * {@code .safetensors} file or a PyTorch state dict, whose observations nothing is known of.
   *
   * @throws io.makerbench.config.InputException when there is none, or it is damaged
   */
  public static TrainedPolicy read(Path path) {
    Path ofRun = new RunFolder(path).finalCheckpoint();
    Path place = Files.isDirectory(ofRun) ? ofRun : path;
    return Files.exists(place.resolve(CARD))
        ? TrainedPolicy.read(place)
        : new TrainedPolicy(TrainedNetwork.read(place).policy(Dqn.NAME), "", "");
  }
}
