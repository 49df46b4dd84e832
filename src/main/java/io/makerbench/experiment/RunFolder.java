package io.makerbench.experiment;

import java.nio.file.Path;

/** The folder of one run, as laid out in the user guide; everything a run leaves is in it. */
public record RunFolder(Path path) {
  public String name() {
    return path.getFileName().toString();
  }

  public Path config() {
    return path.resolve("config.json");
  }

  public Path run() {
    return path.resolve("run.json");
  }

  public Path metrics() {
    return path.resolve("metrics.csv");
  }

  public Path timing() {
    return path.resolve("timing.csv");
  }

  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  public Path evaluation() {
    return path.resolve("evaluation");
  }

  public Path report() {
    return path.resolve("report");
  }
}
