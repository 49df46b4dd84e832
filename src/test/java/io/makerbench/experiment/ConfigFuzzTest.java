package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.makerbench.Mutations;
import io.makerbench.config.InputException;
import io.makerbench.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged configurations: an error that names the file, or a configuration; nothing else. */
class ConfigFuzzTest {
  private static final int FEW = 20;
  private static final int MANY = 1000;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void someDamagedConfigurations() throws IOException {
    loadDamaged(FEW);
  }

  @Test
  @Tag("slow")
  void manyDamagedConfigurations() throws IOException {
    loadDamaged(MANY);
  }

  private void loadDamaged(int cases) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("configs"))) {
      for (Path config :
          files.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
        byte[] valid = Files.readAllBytes(config);
        Path file = folder.resolve(config.getFileName());
        for (int seed = 0; seed < cases; seed++) {
          String name = "damaged " + config.getFileName();
          Files.write(file, new Mutations(RandomStream.named(seed, name, 0)).text(valid));
          String label = name + " " + seed;
          assertTimeoutPreemptively(LONGEST, () -> load(label, file), label);
        }
      }
    }
  }

  private static void load(String label, Path file) {
    try {
      ConfigFiles.load(file, List.of());
    } catch (InputException e) {
      assertTrue(e.getMessage().contains(file.getFileName().toString()), label + ": " + e);
    } catch (RuntimeException | Error e) {
      fail(label, e);
    }
  }
}
