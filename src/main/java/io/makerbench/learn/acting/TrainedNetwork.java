package io.makerbench.learn.acting;

import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.learn.tensors.TensorFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Q-network with its parameters.
 *
 * @param network its shape
 * @param parameters its flat array
 */
public record TrainedNetwork(QNetwork network, float[] parameters) {
  /** Name of the parameters' file in a checkpoint. */
  static final String FILE = "policy.safetensors";

  /**
   * Reads a network from a checkpoint folder, a {@code .safetensors} file, or a {@code .pt} file
   * that PyTorch wrote.
   *
   * @throws io.makerbench.config.InputException when there is no such file or no Q-network in it
   */
  public static TrainedNetwork read(Path path) {
    Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
    return of(TensorFile.read(file), file.toString());
  }

  /**
   * The network whose tensors these are.
   *
   * @param source what a message calls them
   * @throws io.makerbench.config.InputException when they are those of no Q-network
   */
  public static TrainedNetwork of(List<NamedArray> tensors, String source) {
    QNetwork network = QNetwork.of(tensors, source);
    return new TrainedNetwork(network, network.flat(tensors, source));
  }

  /** The greedy policy of this network. */
  public NetworkPolicy policy(String name) {
    return new NetworkPolicy(name, network, parameters);
  }
}
