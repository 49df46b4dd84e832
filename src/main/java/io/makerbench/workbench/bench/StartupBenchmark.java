package io.makerbench.workbench.bench;

import io.makerbench.bench.Benchmark;
import io.makerbench.bench.Measurement;
import io.makerbench.config.InputException;
import io.makerbench.experiment.Settings;
import io.makerbench.workbench.WorkbenchApp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Seconds from the start command to the first window, of the installed program. */
final class StartupBenchmark implements Benchmark {
  private static final int WARM_UPS = 2;
  private static final int MEASURED = 5;

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public String help() {
    return "Seconds from the start command to the first window; needs a display.";
  }

  @Override
  public Measurement measure(Settings settings) {
    Path start = command();
    double first = start(start);
    for (int i = 1; i < WARM_UPS; i++) {
      start(start);
    }
    double[] seconds = new double[MEASURED];
    Arrays.setAll(seconds, i -> start(start));
    double[] java = new double[MEASURED];
    Arrays.setAll(java, i -> run(List.of(start.toString(), "--version"), "makerbench"));
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("repetitions", seconds.clone());
    config.put("first_start", first);
    config.put("cores", Runtime.getRuntime().availableProcessors());
    config.put("floor", "the same command with --version, which opens no window");
    Arrays.sort(seconds);
    Arrays.sort(java);
    return new Measurement(name(), seconds[MEASURED / 2], "s", java[MEASURED / 2], config);
  }

  /** The installed program that this is. */
  private static Path command() {
    String home = System.getProperty("makerbench.home");
    if (home == null || System.getenv("DISPLAY") == null) {
      throw new InputException(
          "This benchmark starts the installed program on a display: start it by bin/makerbench"
              + " where DISPLAY names one.");
    }
    return Path.of(home, "bin", "makerbench");
  }

  private static double start(Path command) {
    return run(List.of(command.toString()), WorkbenchApp.FIRST_WINDOW);
  }

  /** Seconds until the program says something that begins so; it ends by itself. */
  private static double run(List<String> command, String words) {
    try {
      Path home = Files.createTempDirectory("makerbench-start");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("MAKERBENCH_HOME", home.toString());
      builder
          .environment()
          .put("MAKERBENCH_JAVA_OPTIONS", "-D" + WorkbenchApp.ONLY_START + "=true");
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      long begin = System.nanoTime();
      Process process = builder.start();
      double seconds = Double.NaN;
      try (BufferedReader out = process.inputReader()) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          if (line.startsWith(words) && Double.isNaN(seconds)) {
            seconds = (System.nanoTime() - begin) / 1e9;
          }
        }
      }
      process.waitFor();
      return seconds;
    } catch (IOException e) {
      throw new UncheckedIOException("The program cannot be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while measuring", e);
    }
  }
}
