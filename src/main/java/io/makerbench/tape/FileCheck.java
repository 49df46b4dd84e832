package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * What tells a file from others; reckoned beside its import.
 *
 * @param bytes length of the file
 * @param sha256 its digest, in hexadecimal digits
 */
record FileCheck(long bytes, String sha256) {
  /** Begins to take a digest on a thread of its own; see {@link #await}. */
  static FutureTask<FileCheck> start(Path path) {
    FutureTask<FileCheck> task = new FutureTask<>(() -> of(path));
    Thread.ofPlatform().daemon().name("digest of " + path.getFileName()).start(task);
    return task;
  }

  /** The result of a check, or its {@link InputException}. */
  static FileCheck await(FutureTask<FileCheck> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InputException input) {
        throw input;
      }
      throw new IllegalStateException("A file could not be checked.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a file was checked.", e);
    }
  }

  /** Takes the digest of a file, on this thread. */
  static FileCheck of(Path path) {
    MessageDigest digest = sha256Digest();
    try (FileInputStream file = new FileInputStream(path.toFile());
        DigestInputStream raw = new DigestInputStream(file, digest)) {
      raw.transferTo(java.io.OutputStream.nullOutputStream());
      return new FileCheck(path.toFile().length(), HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new InputException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
