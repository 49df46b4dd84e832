package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Key;
import io.makerbench.learn.cloning.Cloning;
import io.makerbench.learn.dqn.Dqn;
import io.makerbench.learn.ppo.Ppo;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What acts in a run. */
public record AgentConfig(
    @Key(
            help = "dqn, ppo, a2c, cloning, or the name of a baseline of the system.",
            fallback = "\"dqn\"")
        String type,
    @Key(
            help = "Learn first (train), or act greedily from a checkpoint (pretrained, eval).",
            fallback = "\"train\"")
        Mode mode,
    @Key(
            help =
                "Trained policy to act from: a run's folder, a checkpoint's folder, or a file of"
                    + " tensors (.safetensors or a PyTorch state dict, .pt) or a TorchScript module"
                    + " (.pt). The runs in a folder of runs decide together, by the mean of their"
                    + " networks' outputs.",
            fallback = "null")
        @Nullable String checkpoint,
    @Key(
            help =
                "Trained policies that decide together, by the mean of their networks' outputs;"
                    + " in the place of checkpoint.",
            fallback = "[]")
        List<String> checkpoints) {
  /** Names of the agents that learn. */
  public static final List<String> LEARNERS = List.of(Dqn.NAME, Ppo.NAME, Ppo.A2C, Cloning.NAME);

  /** Whether an agent learns. */
  public enum Mode {
    TRAIN,
    PRETRAINED,
    EVAL
  }

  public AgentConfig {
    checkpoints = List.copyOf(checkpoints);
    if (checkpoint != null && !checkpoints.isEmpty()) {
      throw new InputException("Give either checkpoint or checkpoints, not both.");
    }
    if (LEARNERS.contains(type)
        && mode != Mode.TRAIN
        && checkpoint == null
        && checkpoints.isEmpty()) {
      throw new InputException(
          "mode "
              + (mode == Mode.EVAL ? "eval" : "pretrained")
              + " acts from a trained policy: name it with the key checkpoint.");
    }
  }

  /** Where the policies are that it acts from; empty where it learns, and for a baseline. */
  List<Path> places() {
    if (learns() || !LEARNERS.contains(type)) {
      return List.of();
    }
    return (checkpoint == null ? checkpoints : List.of(checkpoint)).stream().map(Path::of).toList();
  }

  /** True when the run has something to learn. */
  public boolean learns() {
    return LEARNERS.contains(type) && mode == Mode.TRAIN;
  }
}
