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
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Seconds from the start command to the first window, of the installed program. */
final class StartupBenchmark implements Benchmark {
  private static final int WARM_UPS = 2;
  private static final int MEASURED = 5;
  private static final double NANOS_A_SECOND = 1e9;

  /** What --version says first. */
  private static final String VERSION = "makerbench";

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
    Path command = command();
    Path home = home();
    double first = seconds(command, home, WorkbenchApp.FIRST_WINDOW);
    for (int i = 1; i < WARM_UPS; i++) {
      seconds(command, home, WorkbenchApp.FIRST_WINDOW);
    }
    double[] windows = repeated(() -> seconds(command, home, WorkbenchApp.FIRST_WINDOW));
    double[] pages = repeated(() -> seconds(command, home, WorkbenchApp.FIRST_PAGE));
    double[] plain = repeated(() -> seconds(command, home, VERSION));
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("repetitions", windows.clone());
    config.put("first_start_ever", first);
    config.put("page_in_it", median(pages));
    config.put("cores", Runtime.getRuntime().availableProcessors());
    config.put("floor", "the same command with --version, which opens no window");
    return new Measurement(name(), median(windows), "s", median(plain), config);
  }

  private static double[] repeated(DoubleSupplier seconds) {
    double[] values = new double[MEASURED];
    Arrays.setAll(values, i -> seconds.getAsDouble());
    return values;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** Made once: what the first start caches there the others use. */
  private static Path home() {
    try {
      return Files.createTempDirectory("makerbench-start");
    } catch (IOException e) {
      throw new UncheckedIOException("There is no place for the program's own folder", e);
    }
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

  /** Seconds until the program says something that begins so; it ends by itself. */
  private static double seconds(Path command, Path home, String words) {
    ProcessBuilder builder = new ProcessBuilder(command.toString());
    if (words.equals(VERSION)) {
      builder.command().add("--version");
    }
    builder.environment().put("MAKERBENCH_HOME", home.toString());
    builder.environment().put("MAKERBENCH_JAVA_OPTIONS", "-D" + WorkbenchApp.ONLY_START + "=true");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    double seconds = Double.NaN;
    long begin = System.nanoTime();
    try {
      Process process = builder.start();
      try (BufferedReader out = process.inputReader()) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          if (line.startsWith(words) && Double.isNaN(seconds)) {
            seconds = (System.nanoTime() - begin) / NANOS_A_SECOND;
          }
        }
      }
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("The program cannot be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while measuring", e);
    }
    return seconds;
  }
}
