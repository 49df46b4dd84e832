package io.makerbench.experiment;

import io.makerbench.storage.WholeFile;
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
    for (String name : new String[] {"policy.safetensors", "policy.json"}) {
      WholeFile.create(folder.resolve(name), draft -> copy(checkpoint.resolve(name), draft));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The policy cannot be copied to " + to.getParent() + ".", e);
    }
  }
}
