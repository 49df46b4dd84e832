package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapeCacheTest {
  @TempDir Path folder;

  private final AtomicInteger imports = new AtomicInteger();

  private boolean count(String phase, long rows) {
    if (phase.startsWith("reading")) {
      imports.incrementAndGet();
    }
    return true;
  }

  private Path recording(int updates) throws IOException {
    return RecordedCsv.write(
        folder.resolve("fut_incremental_book_L2_2024-01-01_COIN.csv.gz"),
        RecordedCsv.LEVELS,
        RecordedCsv.cleanLevels(updates));
  }

  private TapeCache cache() {
    return new TapeCache(folder.resolve("tapes"));
  }

  @Test
  void importsOnceForEachContentAndOptions() throws IOException {
    List<Path> files = List.of(recording(30));
    Path tape = cache().imported(files, ImportOptions.usual(), this::count);
    assertEquals(tape, cache().imported(files, ImportOptions.usual(), this::count));
    assertEquals(1, imports.get());
    ImportOptions shallow = new ImportOptions(false, 5, null, null);
    assertNotEquals(tape, cache().imported(files, shallow, this::count));
    assertNotEquals(
        tape, cache().imported(List.of(recording(31)), ImportOptions.usual(), this::count));
    assertTrue(tape.getFileName().toString().startsWith("fut_COIN-"), tape.toString());
  }

  @Test
  void aDamagedTapeIsMadeAgain() throws IOException {
    List<Path> files = List.of(recording(30));
    Path tape = cache().imported(files, ImportOptions.usual(), this::count);
    byte[] whole = Files.readAllBytes(tape);
    Files.write(tape, java.util.Arrays.copyOf(whole, 300));
    cache().imported(files, ImportOptions.usual(), this::count);
    assertEquals(-1, java.util.Arrays.mismatch(whole, Files.readAllBytes(tape)));
  }

  @Test
  void whatAKilledImportLeftLongAgoIsRemoved() throws IOException {
    Path old = Files.createDirectories(folder.resolve("tapes/.importing-1"));
    Files.writeString(old.resolve("levels.price"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Path young = Files.createDirectory(folder.resolve("tapes/.importing-2"));
    cache().imported(List.of(recording(5)), ImportOptions.usual(), this::count);
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(young));
  }

  @Test
  void severalAskersGetOneTape() throws Exception {
    List<Path> files = List.of(recording(500));
    Callable<Path> ask = () -> cache().imported(files, ImportOptions.usual(), this::count);
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Path> tapes =
          pool.invokeAll(List.of(ask, ask, ask, ask)).stream().map(Future::resultNow).toList();
      assertEquals(1, Stream.of(tapes.toArray()).distinct().count());
    }
    assertEquals(1, imports.get());
  }

  @Test
  void generatedTapesAreKeptBySettingsAndSeed() {
    SyntheticConfig config = SyntheticRecordingTest.settings(2);
    Path tape = cache().synthetic(config, 1);
    assertEquals(tape, cache().synthetic(config, 1));
    assertNotEquals(tape, cache().synthetic(config, 2));
    assertNotEquals(tape, cache().synthetic(SyntheticRecordingTest.settings(3), 1));
  }
}
