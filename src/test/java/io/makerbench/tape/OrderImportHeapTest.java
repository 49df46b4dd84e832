package io.makerbench.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.makerbench.RecordedData;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports in a process of their own whose heap is far smaller than what they read. */
class OrderImportHeapTest {
  private static final String HEAP = "-Xmx32m";

  @TempDir Path folder;

  /** Imports the files named by the arguments; the last is the tape. */
  public static void main(String[] args) {
    List<Path> paths = new ArrayList<>(List.of(args).stream().map(Path::of).toList());
    Path tape = paths.removeLast();
    Importer.run(paths, tape, ImportOptions.usual(), ImportProgress.NONE);
  }

  private void importInLittleHeap(Path file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(HEAP);
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            OrderImportHeapTest.class.getName(),
            file.toString(),
            folder.resolve("a.tape").toString()));
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertEquals(0, process.waitFor());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAPL_2012-06-21_1", "AMZN_2012-06-21_5", "GOOG_2012-06-21_5"})
  void theSamples(String name) throws IOException, InterruptedException {
    importInLittleHeap(RecordedData.require("lobster/LOBSTER_SampleFile_" + name + ".zip"));
  }

  /**
   * Half a million orders, each at a price of its own, of which the archive never says what became
   * of them once they are out of view: kept, they alone would fill the heap.
   */
  @Test
  void ordersThatAreNeverHeardOfAgain() throws IOException, InterruptedException {
    List<String> messages = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    int count = 500_000;
    for (int i = 1; i <= count; i++) {
      messages.add("34200,1," + i + ",10," + i + "00,1");
      rows.add(LobsterFile.EMPTY_ASK + "," + i + "00,10");
    }
    importInLittleHeap(LobsterFile.write(folder.resolve("abc.zip"), 1, messages, rows));
    try (Tape tape = Tape.open(folder.resolve("a.tape"))) {
      assertEquals(count, tape.states().rows());
    }
  }
}
