package io.makerbench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where tests find real recordings; tests that need them are skipped where they are absent. */
public final class RecordedData {
  private static final Path BESIDE_THE_CHECKOUT = Path.of("..", "shared", "data");

  private RecordedData() {}

  /** A file or folder below the data location. Skips the calling test where it is absent. */
  public static Path require(String relative) {
    String set = System.getenv("MAKERBENCH_DATA");
    Path path = (set == null ? BESIDE_THE_CHECKOUT : Path.of(set)).resolve(relative);
    assumeTrue(
        Files.exists(path),
        () -> "Skipped: " + path + " is absent; set MAKERBENCH_DATA to the recordings' folder.");
    return path;
  }
}
