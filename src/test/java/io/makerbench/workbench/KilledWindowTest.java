package io.makerbench.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.RunFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** After a kill the next start offers the run that was cut off and the form that was not saved. */
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledWindowTest {
  private static final String ENDLESS =
      """
      {
        "label": "endless",
        "market": {"recording": {"dataset": "synthetic", "synthetic": {"seconds": 60}}},
        "dqn": {"min_replay": 200, "mdp_step_warmup": 0, "num_episodes": 100000, "batch_size": 32,
          "hidden": [16]}
      }
      """;

  @TempDir private Path folder;
  private Journey user;

  @AfterEach
  void closeWindow() {
    user.close();
  }

  @Test
  void theRunGoesOnAndTheFormComesBack(FxRobot robot) throws Exception {
    Path config = Files.writeString(folder.resolve("endless.json"), ENDLESS);
    killAtWork(config);
    RunFolder cutOff = RunFolder.list(folder.resolve("runs")).getFirst();
    assertTrue(cutOff.isCutOff());
    user = Journey.open(robot, folder, null);
    user.awaitTrue(() -> user.find("recovery-runs") != null, "the run is offered");
    Screenshots.take(user.stage().getScene(), "recovery-light");
    user.press("recovery-form");
    user.awaitTrue(() -> user.text("field-label").equals("unsaved"), "the form is back");
    user.press("recovery-runs");
    user.press("go-training");
    user.awaitTrue(
        () -> user.find("training-state") != null && user.text("training-state").equals("Running"),
        "the run goes on");
    user.press("stop-run");
    user.awaitTrue(() -> user.text("training-state").equals("Stopped"), "it stops");
    assertEquals(1, RunFolder.list(folder.resolve("runs")).size());
  }

  private void killAtWork(Path config) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.startsWith("-Xmx") && !flag.startsWith("-javaagent"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            KilledWindow.class.getName(),
            folder.toString(),
            config.toString()));
    Process window =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = window.inputReader()) {
      String line = out.readLine();
      while (line != null && !line.equals(KilledWindow.AT_WORK)) {
        line = out.readLine();
      }
      assertEquals(KilledWindow.AT_WORK, line, "the window came so far");
      window.destroyForcibly().waitFor(); // closing what it says would wait for its end
    } finally {
      window.destroyForcibly().waitFor();
    }
  }
}
