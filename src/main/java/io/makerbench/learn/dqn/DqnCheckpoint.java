package io.makerbench.learn.dqn;

import io.makerbench.config.InputException;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.AtomicFolder;
import io.makerbench.learn.Compute;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.acting.QNetwork;
import io.makerbench.learn.acting.TrainedNetwork;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.learn.tensors.Safetensors;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The folder in which a DQN training is kept. */
final class DqnCheckpoint {
  private static final String OPTIMISER = "optimizer.safetensors";
  private static final String TRAINER = "trainer.bin";
  private static final long FORMAT = 0x4D42_4451_4E00_0001L;
  private static final long NO_SEED = 0;

  private DqnCheckpoint() {}

  /** Writes what a trainer keeps beside its networks. */
  @FunctionalInterface
  interface State {
    void write(DataOutput out) throws IOException;
  }

  static void write(Path folder, TrainedPolicy policy, LearnerState learner, State trainer)
      throws IOException {
    AtomicFolder.write(
        folder,
        draft -> {
          policy.write(draft);
          Safetensors.write(
              draft.resolve(OPTIMISER),
              List.of(
                  NamedArray.vector("target", learner.target()),
                  NamedArray.vector("mean", learner.mean()),
                  NamedArray.vector("variance", learner.variance())));
          writeTrainer(draft.resolve(TRAINER), learner.updates(), trainer);
        });
  }

  private static void writeTrainer(Path file, long updates, State trainer) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeLong(FORMAT);
      out.writeLong(updates);
      trainer.write(out);
      out.writeLong(FORMAT);
    }
  }

  static DqnTrainer read(
      Path folder, DqnConfig config, VectorEnv env, Compute compute, TrainerListener listener) {
    Path file = folder.resolve(TRAINER);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      requireMark(in, file);
      LearnerState state = learner(folder, in.readLong(), DqnSetup.network(config, env));
      return trainer(in, file, new DqnTrainer(config, env, NO_SEED, compute, listener, state));
    } catch (EOFException | IndexOutOfBoundsException e) {
      throw damaged(file, e);
    } catch (NoSuchFileException e) {
      throw new InputException("There is no checkpoint at %s.".formatted(file), e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static DqnTrainer trainer(DataInputStream in, Path file, DqnTrainer trainer)
      throws IOException {
    boolean sound = false;
    try {
      trainer.readState(in);
      requireMark(in, file);
      sound = true;
      return trainer;
    } finally {
      if (!sound) {
        trainer.close();
      }
    }
  }

  private static void requireMark(DataInputStream in, Path file) throws IOException {
    if (in.readLong() != FORMAT) {
      throw damaged(file, null);
    }
  }

  private static InputException damaged(Path file, @Nullable Exception cause) {
    return new InputException(
        "%s is damaged, or was written by a training with other settings.".formatted(file), cause);
  }

  private static LearnerState learner(Path folder, long updates, QNetwork network)
      throws IOException {
    TrainedNetwork trained = TrainedNetwork.read(folder);
    if (!trained.network().equals(network)) {
      throw new InputException(
          "%s holds %s, this training needs %s.".formatted(folder, trained.network(), network));
    }
    Map<String, NamedArray> kept =
        Safetensors.read(folder.resolve(OPTIMISER)).stream()
            .collect(Collectors.toMap(NamedArray::name, Function.identity()));
    return new LearnerState(
        trained.parameters(),
        values(kept, "target", folder, network),
        values(kept, "mean", folder, network),
        values(kept, "variance", folder, network),
        updates);
  }

  private static float[] values(
      Map<String, NamedArray> kept, String name, Path folder, QNetwork network) {
    NamedArray found = kept.get(name);
    if (found == null || found.values().length != network.size()) {
      throw damaged(folder.resolve(OPTIMISER), null);
    }
    return found.values();
  }
}
