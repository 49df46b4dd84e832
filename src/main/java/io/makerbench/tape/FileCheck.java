package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a whole file beside its import: takes its digest, and checks a gzip stream against its own
 * checksum, which the CSV reader does not do.
 *
 * @param bytes length of the file
 * @param sha256 its digest, in hexadecimal digits
 */
record FileCheck(long bytes, String sha256) {
  private static final int BUFFER_BYTES = 1 << 17;

  /** Begins a check on a thread of its own; see {@link #await}. */
  static FutureTask<FileCheck> start(RecordingFile file) {
    return start(file.path(), file.format() == RecordingFile.Format.CSV_GZIP);
  }

  /** Begins to take the digest alone, of a file whose reader checks it. */
  static FutureTask<FileCheck> startDigest(Path path) {
    return start(path, false);
  }

  private static FutureTask<FileCheck> start(Path path, boolean gzip) {
    FutureTask<FileCheck> task = new FutureTask<>(() -> of(path, gzip));
    Thread.ofPlatform().daemon().name("check of " + path.getFileName()).start(task);
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
    return of(path, false);
  }

  private static FileCheck of(Path path, boolean gzip) {
    MessageDigest digest = sha256Digest();
    try (FileInputStream file = new FileInputStream(path.toFile());
        DigestInputStream raw = new DigestInputStream(file, digest)) {
      if (gzip) {
        unpack(path, raw);
      }
      raw.transferTo(java.io.OutputStream.nullOutputStream());
      return new FileCheck(path.toFile().length(), HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new InputException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void unpack(Path path, InputStream raw) throws IOException {
    long lines = 1;
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = new GZIPInputStream(raw, BUFFER_BYTES);
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
    } catch (EOFException e) {
      throw new InputException(
          path + ", line " + lines + ": the gzip file is cut off there. Fetch it again.", e);
    } catch (ZipException e) {
      throw new InputException(
          path
              + ", line "
              + lines
              + " or before: the gzip file is damaged ("
              + e.getMessage()
              + "). Fetch it again.",
          e);
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
