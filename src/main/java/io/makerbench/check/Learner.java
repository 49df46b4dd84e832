package io.makerbench.check;

import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.ExperimentConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A configuration that learns.
 *
 * @param name algorithm and, where it is not the usual one, engine
 * @param file configuration within the folder of configurations
 * @param overrides keys that are set otherwise than in the file
 */
record Learner(String name, String file, List<String> overrides) {
  private static final String TORCH = "execution.engine=torch";

  static Learner of(String name, String file) {
    return new Learner(name, file, List.of());
  }

  /** The same on PyTorch. */
  Learner onTorch() {
    return new Learner(name + " on torch", file, List.of(TORCH));
  }

  ExperimentConfig config(Path configs, long seed) {
    List<String> changes = Stream.concat(overrides.stream(), Stream.of("seed=" + seed)).toList();
    Path path = configs.resolve(file);
    return ConfigFiles.read(ConfigFiles.load(path, changes), path.toString());
  }
}
