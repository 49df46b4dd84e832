package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import io.makerbench.Mutations;
import io.makerbench.config.InputException;
import io.makerbench.random.RandomStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files of every format: the import ends with an error that names the file and a place in
 * it, or makes a tape; it throws nothing else, does not hang, and does not allocate without bound.
 */
class ImportFuzzTest {
  private static final int FEW = 25;
  private static final int MANY = 1500;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** The largest buffers of columns and archives together; the files have some KiB. */
  private static final long MOST_BYTES = 128L << 20;

  private static final Pattern PLACE =
      Pattern.compile(
          "line \\d+|row \\d+|archive|table of contents|is empty|Parquet file|header|column|"
              + "Looked for|not a tape|\\.csv( and|:)|xz file|tape .* is damaged");

  @TempDir Path folder;

  @Test
  void someHundredDamagedRecordings() throws Exception {
    importDamaged(FEW);
  }

  @Test
  void someDamagedTapes() throws IOException {
    openDamaged(4 * FEW);
  }

  @Test
  @Tag("slow")
  void manyDamagedRecordingsAndTapes() throws Exception {
    importDamaged(MANY);
    openDamaged(4 * MANY);
  }

  private void importDamaged(int cases) throws Exception {
    Path out = folder.resolve("out").resolve("a.tape");
    for (FuzzedFormat format : FuzzedFormat.recordings(folder)) {
      Path file = folder.resolve(format.name());
      Files.write(file, format.packing().apply(format.inner()));
      read(file, out); // Undamaged, it can be read.
      for (int seed = 0; seed < cases; seed++) {
        Files.write(file, damaged(format, seed));
        bounded(format.name() + " " + seed, file, () -> read(file, out));
      }
    }
  }

  private static void read(Path file, Path out) {
    Importer.run(List.of(file), out, ImportOptions.usual(), ImportProgress.NONE);
    try (Tape tape = Tape.open(out)) {
      Inspection.of(tape);
    }
  }

  private void openDamaged(int cases) throws IOException {
    for (FuzzedFormat format : FuzzedFormat.tapes(folder)) {
      Path file = folder.resolve(format.name());
      for (int seed = 0; seed < cases; seed++) {
        Files.write(file, damaged(format, seed));
        bounded(format.name() + " " + seed, file, () -> open(file));
      }
    }
  }

  /**
   * Files beside recordings: latencies and funding, of which every value is checked as it is read.
   */
  @Test
  void someHundredDamagedLatenciesAndPayments() throws IOException {
    tablesDamaged(8 * FEW);
  }

  @Test
  @Tag("slow")
  void manyDamagedLatenciesAndPayments() throws IOException {
    tablesDamaged(8 * MANY);
  }

  private void tablesDamaged(int cases) throws IOException {
    Path latencies = folder.resolve("latencies.csv");
    damaged(latencies, cases, latencies(), () -> LatencyFile.read(latencies));
    Path payments = folder.resolve("payments.csv");
    damaged(payments, cases, payments(), () -> FundingHistory.read(payments, Duration.ZERO));
  }

  private static void damaged(Path file, int cases, String sound, Runnable reading)
      throws IOException {
    byte[] whole = sound.getBytes(StandardCharsets.UTF_8);
    Files.write(file, whole);
    reading.run();
    for (int seed = 0; seed < cases; seed++) {
      Mutations mutations = new Mutations(RandomStream.named(seed, "damaged " + file, 0));
      Files.write(file, seed % 2 == 0 ? mutations.text(whole) : mutations.bytes(whole));
      bounded(file.getFileName() + " " + seed, file, reading);
    }
  }

  private static String latencies() {
    StringBuilder text = new StringBuilder("request_time,exchange_time,response_time\n");
    for (long row = 0; row < 40; row++) {
      long sent = 1_723_161_256_000L + 500 * row;
      text.append("%d,%d,%d%n".formatted(sent, row % 9 == 4 ? 0 : sent + 6, sent + 11));
    }
    return text.toString();
  }

  private static String payments() {
    StringBuilder text = new StringBuilder("Date,Funding Rate\n");
    for (int day = 1; day <= 28; day++) {
      text.append("2024-02-%02d 08:00:00,%s%n".formatted(day, (day - 14) * 1e-5));
    }
    return text.toString();
  }

  private static void open(Path file) {
    try (Tape tape = Tape.open(file)) {
      Inspection.of(tape).text();
      BookStates states = tape.states();
      Events events = tape.events();
      Events.Block block = new Events.Block();
      for (long row = 0; row < events.rows(); row += Events.Block.ROWS) {
        block.fill(events, Events.Clock.LOCAL, row);
      }
      for (long row = 0; row < states.rows(); row++) {
        states.bidPrice(row, 0);
      }
    }
  }

  private static byte[] damaged(FuzzedFormat format, int seed) {
    Mutations mutations = new Mutations(RandomStream.named(seed, "damaged " + format.name(), 0));
    boolean inside = format.text() && seed % 2 == 0;
    return inside
        ? format.packing().apply(mutations.text(format.inner()))
        : mutations.bytes(format.packing().apply(format.inner()));
  }

  private static void bounded(String name, Path file, Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getTotalThreadAllocatedBytes();
    assertTimeoutPreemptively(LONGEST, () -> run(name, file, work), name);
    long allocated = threads.getTotalThreadAllocatedBytes() - before;
    assertTrue(allocated < MOST_BYTES, () -> name + " allocated " + allocated + " bytes");
  }

  private static void run(String name, Path file, Runnable work) {
    try {
      work.run();
    } catch (InputException e) {
      String message = e.getMessage();
      assertTrue(message.contains(file.getFileName().toString()), name + ": " + message);
      assertTrue(PLACE.matcher(message).find(), name + ": " + message);
    } catch (RuntimeException | Error e) {
      fail(name, e);
    }
  }
}
