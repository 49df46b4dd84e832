package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run killed by SIGKILL resumes and ends with the same bytes as an undisturbed one. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class KilledRunTest {
  private static final int FEW = 3;
  private static final int MANY = 20;

  @TempDir private Path folder;

  @Test
  void killedAtAFewMoments() throws IOException, InterruptedException {
    killAt(FEW);
  }

  @Test
  @Tag("slow")
  void killedAtManyMoments() throws IOException, InterruptedException {
    killAt(MANY);
  }

  private void killAt(int moments) throws IOException, InterruptedException {
    Path whole = Files.createDirectory(folder.resolve("whole"));
    int lines = carryOut(whole, Integer.MAX_VALUE);
    Map<String, String> expected = SmallRun.bytes(RunFolder.open(whole.resolve("run")));
    int killed = 0;
    for (int i = 0; i < moments; i++) {
      Path broken = Files.createDirectory(folder.resolve("broken-" + i));
      carryOut(broken, 1 + i * (lines - 1) / moments);
      RunFolder run = RunFolder.open(broken.resolve("run"));
      if (run.record().state() == RunState.STOPPED) {
        killed++;
      }
      carryOut(broken, Integer.MAX_VALUE);
      assertEquals(RunState.DONE, run.record().state());
      assertEquals(expected, SmallRun.bytes(run), "killed at event " + i);
    }
    assertTrue(killed > moments / 2, "most kills came before the end: " + killed);
  }

  /** Starts the run in a process of its own and kills it after some events; counts them. */
  private int carryOut(Path where, int killAfter) throws IOException, InterruptedException {
    // Events are told on one stream; what the machine says of itself on the other is none.
    Process process =
        new ProcessBuilder(SameJava.command(SmallRun.class, where))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int lines = 0;
    try (BufferedReader out = process.inputReader()) {
      while (lines < killAfter && out.readLine() != null) {
        lines++;
      }
      if (lines >= killAfter) {
        process.destroyForcibly();
      }
    }
    process.waitFor();
    return lines;
  }
}
