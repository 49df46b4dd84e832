package io.makerbench.learn.ppo;

import io.makerbench.config.InputException;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.AtomicFolder;
import io.makerbench.learn.Compute;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.net.NetworkState;
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

/** The folder in which a PPO training is kept: the layout of every checkpoint. */
final class PpoCheckpoint {
  private static final String OPTIMISER = "optimizer.safetensors";
  private static final String TRAINER = "trainer.bin";
  private static final long FORMAT = 0x4D42_5050_4F00_0001L;
  private static final long NO_SEED = 0;

  private PpoCheckpoint() {}

  /** Writes what a trainer keeps beside its networks. */
  @FunctionalInterface
  interface State {
    void write(DataOutput out) throws IOException;
  }

  static void write(
      Path folder, TrainedPolicy policy, NetworkState network, FreeParameters free, State trainer)
      throws IOException {
    AtomicFolder.write(
        folder,
        draft -> {
          policy.write(draft);
          Safetensors.write(
              draft.resolve(OPTIMISER),
              List.of(
                  NamedArray.vector("mean", network.mean()),
                  NamedArray.vector("variance", network.variance()),
                  NamedArray.vector("free", free.values),
                  NamedArray.vector("free_mean", free.mean),
                  NamedArray.vector("free_variance", free.variance)));
          writeTrainer(draft.resolve(TRAINER), network.steps(), trainer);
        });
  }

  private static void writeTrainer(Path file, long steps, State trainer) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeLong(FORMAT);
      out.writeLong(steps);
      trainer.write(out);
      out.writeLong(FORMAT);
    }
  }

  static PpoTrainer read(
      Path folder,
      String name,
      PpoConfig config,
      VectorEnv env,
      Compute compute,
      TrainerListener listener) {
    Path file = folder.resolve(TRAINER);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      requireMark(in, file);
      long steps = in.readLong();
      Map<String, NamedArray> kept = kept(folder);
      NetworkState state = network(folder, steps, kept);
      PpoTrainer trainer = new PpoTrainer(name, config, env, NO_SEED, compute, listener, state);
      return resumed(in, file, trainer, kept, steps);
    } catch (EOFException | IndexOutOfBoundsException e) {
      throw damaged(file, e);
    } catch (NoSuchFileException e) {
      throw new InputException("There is no checkpoint at %s.".formatted(file), e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static PpoTrainer resumed(
      DataInputStream in, Path file, PpoTrainer trainer, Map<String, NamedArray> kept, long steps)
      throws IOException {
    boolean sound = false;
    try {
      FreeParameters free = trainer.free();
      take(kept, "free", free.values, file);
      take(kept, "free_mean", free.mean, file);
      take(kept, "free_variance", free.variance, file);
      trainer.resume(steps);
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

  private static void take(Map<String, NamedArray> kept, String name, float[] into, Path file) {
    System.arraycopy(values(kept, name, into.length, file), 0, into, 0, into.length);
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

  private static Map<String, NamedArray> kept(Path folder) throws IOException {
    return Safetensors.read(folder.resolve(OPTIMISER)).stream()
        .collect(Collectors.toMap(NamedArray::name, Function.identity()));
  }

  private static NetworkState network(Path folder, long steps, Map<String, NamedArray> kept) {
    float[] parameters = TrainedPolicy.read(folder).policy().parameters();
    Path file = folder.resolve(OPTIMISER);
    return new NetworkState(
        parameters,
        values(kept, "mean", parameters.length, file),
        values(kept, "variance", parameters.length, file),
        steps);
  }

  private static float[] values(Map<String, NamedArray> kept, String name, int length, Path file) {
    NamedArray found = kept.get(name);
    if (found == null || found.values().length != length) {
      throw damaged(file, null);
    }
    return found.values();
  }
}
