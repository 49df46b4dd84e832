package io.makerbench.workbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportMeterTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir private Path folder;
  private Path file;
  private final List<Double> fractions = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private long nanos;
  private ImportMeter meter;

  @BeforeEach
  void file() throws IOException {
    file = Files.write(folder.resolve("file.csv"), new byte[1000]);
    meter =
        new ImportMeter(
            List.of(file),
            (fraction, text) -> {
              fractions.add(fraction);
              words.add(text);
              return true;
            },
            () -> nanos);
  }

  @Test
  void bytesAndThenRowsTellHowFarItIs() {
    meter.read(file, 500);
    meter.goOn("reading file.csv", 100);
    meter.read(file, 1000);
    meter.goOn("reading file.csv", 200);
    meter.goOn("writing levels", 100);
    meter.goOn("writing trades", 100);
    assertEquals(List.of(0.325, 0.65, 0.825, 1.0), fractions);
  }

  @Test
  void rowsASecondAndTimeLeftFollowTheClock() {
    meter.read(file, 0);
    meter.goOn("reading file.csv", 0);
    nanos = 2 * SECOND;
    meter.read(file, 500);
    meter.goOn("reading file.csv", 3000);
    assertEquals("Reading file.csv · 0 rows", words.getFirst());
    // 0.325 of the work in 2 s: the rest in 2 × 0.675 / 0.325 = 4.15 s
    assertEquals("Reading file.csv · 3,000 rows · 1,500 rows/s · 4 s left", words.getLast());
  }

  @Test
  void withoutBytesTheEndIsUnknown() {
    meter.goOn("writing orders", 10);
    assertEquals(-1, fractions.getFirst());
    assertTrue(words.getFirst().startsWith("Writing orders"));
  }
}
