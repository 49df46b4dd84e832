package io.makerbench.tape;

import io.makerbench.config.InputException;
import io.makerbench.storage.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of tapes named by what they were made of: names and contents of the recordings and the
 * options of the import, or the settings and seed of a generated one. A tape that is there is used
 * again. Several threads and processes may ask at once: one makes the tape, the others wait.
 */
public final class TapeCache {
  private static final Object ONE_THREAD = new Object();
  private static final int NAME_DIGITS = 16;

  /** Goes into every name; raised when the same inputs would give another tape. */
  private static final String IMPORT_VERSION = "4";

  private final Path folder;

  /** A cache in this folder, which is created when needed. */
  public TapeCache(Path folder) {
    this.folder = folder;
  }

  /**
   * The tape of these recordings, imported when it is not there.
   *
   * @throws InputException as {@link Importer#run}
   */
  public Path imported(List<Path> files, ImportOptions options, ImportProgress progress) {
    StringBuilder made = new StringBuilder(options.toString());
    files.stream()
        .map(path -> path.getFileName() + " " + FileCheck.of(path).sha256())
        .sorted()
        .forEach(line -> made.append('\n').append(line));
    String label =
        RecordingName.of(files.getFirst())
            .map(name -> name.market() + "_" + name.symbol())
            .orElse("recording");
    return tape(label, made.toString(), tape -> Importer.run(files, tape, options, progress));
  }

  /**
   * The generated tape of these settings and seed.
   *
   * @throws InputException as {@link SyntheticRecording#generate}
   */
  public Path synthetic(SyntheticConfig config, long seed) {
    String made = config + " seed " + seed;
    return tape(
        SyntheticRecording.EXCHANGE, made, tape -> SyntheticRecording.generate(config, seed, tape));
  }

  private interface Maker {
    void make(Path tape);
  }

  private Path tape(String label, String made, Maker maker) {
    Path tape = folder.resolve(label + "-" + digits(made) + ".tape");
    if (usable(tape)) {
      return tape;
    }
    synchronized (ONE_THREAD) {
      try {
        Files.createDirectories(folder);
        Path lock = folder.resolve(".lock");
        try (FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var held = channel.lock()) {
          if (held.isValid() && !usable(tape)) {
            removeAbandoned();
            maker.make(tape);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The folder of tapes " + folder + " cannot be used.", e);
      }
    }
    return tape;
  }

  /** Deletes the working folders that killed processes left here more than a day ago. */
  private void removeAbandoned() throws IOException {
    Instant dayAgo = Instant.now().minus(Duration.ofDays(1));
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(TapeCache::working).toList()) {
        if (Files.getLastModifiedTime(path).toInstant().isBefore(dayAgo)) {
          FolderTree.delete(path);
        }
      }
    }
  }

  private static boolean working(Path path) {
    return path.getFileName().toString().startsWith(TapeWriter.WORKING_PREFIX);
  }

  /** A tape of an older version or a damaged one is made again. */
  private static boolean usable(Path tape) {
    if (!Files.exists(tape)) {
      return false;
    }
    try (Tape opened = Tape.open(tape)) {
      return !opened.header().tables().isEmpty();
    } catch (InputException e) {
      return false;
    }
  }

  private static String digits(String made) {
    MessageDigest digest = FileCheck.sha256Digest();
    digest.update((IMPORT_VERSION + "\n" + made).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_DIGITS);
  }
}
