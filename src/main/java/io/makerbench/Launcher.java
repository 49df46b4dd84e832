package io.makerbench;

import io.makerbench.bench.Benchmark;
import io.makerbench.cli.CommandLineProgram;
import io.makerbench.cli.WindowDoor;
import io.makerbench.experiment.Settings;
import io.makerbench.workbench.WorkbenchApp;
import io.makerbench.workbench.bench.WindowBenchmarks;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the program begins: it gives the command line a door to the window. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    System.exit(CommandLineProgram.execute(new Window(), args));
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
