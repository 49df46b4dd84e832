package io.makerbench.learn.acting;

import io.makerbench.config.InputException;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.learn.tensors.Safetensors;
import io.makerbench.learn.tensors.TorchFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

  private static final byte[] ZIP_MARK = {'P', 'K', 3, 4};

  /**
   * Reads a network from a checkpoint folder, a {@code .safetensors} file, or a {@code .pt} file
   * that PyTorch wrote.
   *
   * @throws InputException when there is no such file or no Q-network in it
   */
  public static TrainedNetwork read(Path path) {
    Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
    if (!Files.isRegularFile(file)) {
      throw new InputException("There is no checkpoint at %s.".formatted(file));
    }
    try {
      List<NamedArray> tensors = isZip(file) ? TorchFile.read(file) : Safetensors.read(file);
      QNetwork network = QNetwork.of(tensors, file.toString());
      return new TrainedNetwork(network, network.flat(tensors, file.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** PyTorch's files are zip archives; a safetensors header of such a length does not exist. */
  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ZIP_MARK.length), ZIP_MARK);
    }
  }

  /** The greedy policy of this network. */
  public NetworkPolicy policy(String name) {
    return new NetworkPolicy(name, network, parameters);
  }
}
