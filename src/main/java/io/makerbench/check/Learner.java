package io.makerbench.check;

import io.makerbench.experiment.ConfigFiles;
import io.makerbench.experiment.ExperimentConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that learns.
 *
 * @param name algorithm and, where it is not the usual one, engine
 * @param file configuration within the folder of configurations
 * @param overrides keys that are set otherwise than in the file
 * @param expert whom it imitates once that has learnt; null where it learns for itself or from a
 *     baseline
 */
record Learner(String name, String file, List<String> overrides, @Nullable Learner expert) {
  private static final String TORCH = "execution.engine=torch";

  static Learner of(String name, String file) {
    return new Learner(name, file, List.of(), null);
  }

  /** The same on PyTorch. */
  Learner onTorch() {
    return new Learner(name + " on torch", file, List.of(TORCH), expert);
  }

  /** The same with other keys set. */
  Learner with(String... changes) {
    return new Learner(
        name, file, Stream.concat(overrides.stream(), Stream.of(changes)).toList(), expert);
  }

  /** One that imitates another. */
  Learner imitating(Learner other) {
    return new Learner(name + " of " + other.name, file, overrides, other);
  }

  ExperimentConfig config(Path configs, long seed) {
    List<String> changes = Stream.concat(overrides.stream(), Stream.of("seed=" + seed)).toList();
    Path path = configs.resolve(file);
    return ConfigFiles.read(ConfigFiles.load(path, changes), path.toString());
  }
}
