package io.makerbench.learn.tensors;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A file of named tensors: {@code .safetensors}, or a state dict that PyTorch wrote. */
public final class TensorFile {
  private static final byte[] ZIP_MARK = {'P', 'K', 3, 4};

  private TensorFile() {}

  /**
   * Reads the tensors in the file's order.
   *
   * @throws InputException when there is no such file, it is damaged, or it holds anything else
   */
  public static List<NamedArray> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("There is no checkpoint at %s.".formatted(file));
    }
    try {
      return isZip(file) ? TorchFile.read(file) : Safetensors.read(file);
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
}
