package io.makerbench.learn.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PyTorch's arrays lie outside the heap: none may be left behind, however long a training is. A
 * process of its own, whose heap is all taken at the start, so that what grows is not the heap.
 */
@Tag("slow")
class NativeMemoryTest {
  /** Some 160 bytes an update: any array left behind takes more. */
  private static final long ALLOWED_KIB = 16 * 1024;

  /** Of a network alone, and of whole trainings of each algorithm. */
  @ParameterizedTest
  @ValueSource(strings = {"heap", "device", "ppo", "dqn", "cloning"})
  void memoryIsFlatOverAHundredThousandUpdates(String whose) throws Exception {
    Assumptions.assumeTrue(Files.exists(ManyUpdates.STATUS), "no /proc/self/status here");
    List<String[]> told =
        output(whose).lines().filter(l -> l.startsWith("memory ")).map(l -> l.split(" ")).toList();
    assertEquals(2, told.size());
    long arrays = Long.parseLong(told.get(0)[1]);
    assertTrue(arrays > 0, "live arrays are counted");
    assertEquals(arrays, Long.parseLong(told.get(1)[1]), "live arrays");
    long grown = Long.parseLong(told.get(1)[2]) - Long.parseLong(told.get(0)[2]);
    assertTrue(grown < ALLOWED_KIB, "resident memory grew by " + grown + " KiB");
  }

  private static String output(String whose) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=1",
                "-Xms256m",
                "-Xmx256m",
                "-XX:+AlwaysPreTouch",
                "-cp",
                System.getProperty("java.class.path"),
                ManyUpdates.class.getName(),
                whose)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return output;
  }
}
