package io.makerbench;

import io.makerbench.bench.Benchmark;
import io.makerbench.cli.CommandLineProgram;
import io.makerbench.cli.WindowDoor;
import io.makerbench.experiment.Settings;
import io.makerbench.workbench.WorkbenchApp;
import io.makerbench.workbench.bench.WindowBenchmarks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;

/** Where the program begins: it gives the command line a door to the window. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    log();
    System.exit(CommandLineProgram.execute(new Window(), args));
  }

  /** Warnings go to the terminal, a line each, unless a user's own settings say otherwise. */
  private static void log() {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try (InputStream settings =
        Launcher.class.getResourceAsStream("/io/makerbench/assets/logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("The program's own settings of its log cannot be read.", e);
    }
  }

  private record Window() implements WindowDoor {
    @Override
    public int open(Settings settings, @Nullable Path config) {
      WorkbenchApp.launch(settings, config);
      return 0;
    }

    @Override
    public List<Benchmark> benchmarks() {
      return WindowBenchmarks.all();
    }
  }
}
