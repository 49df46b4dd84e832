package io.makerbench.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Copies the policy of a checkpoint to where a user wants it. */
final class PolicyCopy {
  private PolicyCopy() {}

  /** Copies the policy's two files into a folder; each appears whole. */
  static void make(Path checkpoint, Path folder) {
    try {
      Files.createDirectories(folder);
      for (String name : new String[] {"policy.safetensors", "policy.json"}) {
        Path hidden = folder.resolve("." + name + ".new");
        Files.copy(checkpoint.resolve(name), hidden, StandardCopyOption.REPLACE_EXISTING);
        Files.move(
            hidden,
            folder.resolve(name),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The policy cannot be copied to " + folder + ".", e);
    }
  }
}
