package io.makerbench.learn;

import io.makerbench.config.InputException;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.net.NetworkState;
import io.makerbench.learn.tensors.NamedArray;
import io.makerbench.learn.tensors.Safetensors;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a training is kept, whole or not at all: the policy, named arrays of the
 * networks that learn, and in {@code trainer.bin} all else that a trainer depends on, between two
 * marks of its format.
 */
public final class Checkpoint {
  /** What a trainer may be seeded with whose random streams are read from a checkpoint. */
  public static final long NO_SEED = 0;

  private static final String ARRAYS = "optimizer.safetensors";
  private static final String TRAINER = "trainer.bin";

  private final Path folder;
  private final Map<String, NamedArray> arrays;

  private Checkpoint(Path folder) throws IOException {
    this.folder = folder;
    arrays =
        Safetensors.read(folder.resolve(ARRAYS)).stream()
            .collect(Collectors.toMap(NamedArray::name, Function.identity()));
  }

  /** Writes what a trainer depends on beside its networks. */
  @FunctionalInterface
  public interface State {
    void write(DataOutput out) throws IOException;
  }

  /** Makes a trainer of the networks kept; what it needs for that it may read first. */
  @FunctionalInterface
  public interface Opening<T extends Trainer> {
    T open(Checkpoint kept, DataInput in) throws IOException;
  }

  /** Reads into a trainer what is left of its state. */
  @FunctionalInterface
  public interface Rest<T extends Trainer> {
    void read(T trainer, DataInput in) throws IOException;
  }

  /**
   * Writes a folder; one that is already there is replaced.
   *
   * @param format mark of this kind of trainer and the version of its state
   */
  public static void write(
      Path folder, long format, TrainedPolicy policy, List<NamedArray> arrays, State trainer)
      throws IOException {
    AtomicFolder.write(
        folder,
        draft -> {
          policy.write(draft);
          Safetensors.write(draft.resolve(ARRAYS), arrays);
          try (DataOutputStream out = output(draft.resolve(TRAINER))) {
            out.writeLong(format);
            trainer.write(out);
            out.writeLong(format);
          }
        });
  }

  private static DataOutputStream output(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  /**
   * The trainer that wrote a folder. One that cannot be read to the end is closed.
   *
   * @param format see {@link #write}
   * @throws InputException when the checkpoint is missing, damaged or of another training
   */
  public static <T extends Trainer> T read(
      Path folder, long format, Opening<T> opening, Rest<T> rest) {
    Path file = folder.resolve(TRAINER);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      requireMark(in, format);
      return filled(opening.open(new Checkpoint(folder), in), in, format, rest);
    } catch (EOFException | StreamCorruptedException | IndexOutOfBoundsException e) {
      throw damaged(file, e);
    } catch (NoSuchFileException e) {
      throw new InputException("There is no checkpoint at %s.".formatted(e.getFile()), e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static <T extends Trainer> T filled(T trainer, DataInput in, long format, Rest<T> rest)
      throws IOException {
    boolean sound = false;
    try {
      rest.read(trainer, in);
      requireMark(in, format);
      sound = true;
      return trainer;
    } finally {
      if (!sound) {
        trainer.close();
      }
    }
  }

  private static void requireMark(DataInput in, long format) throws IOException {
    if (in.readLong() != format) {
      throw new StreamCorruptedException("A mark is missing.");
    }
  }

  private static InputException damaged(Path file, @Nullable Exception cause) {
    return new InputException(
        "%s is damaged, or was written by a training with other settings.".formatted(file), cause);
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /**
   * An array that was kept.
   *
   * @throws InputException when there is none of that name and length
   */
  public float[] array(String name, int length) {
    NamedArray found = arrays.get(name);
    if (found == null || found.values().length != length) {
      throw damaged(folder.resolve(ARRAYS), null);
    }
    return found.values();
  }

  /** The moments of a network's gradient, as arrays to keep. */
  public static List<NamedArray> moments(NetworkState network) {
    return List.of(
        NamedArray.vector("mean", network.mean()),
        NamedArray.vector("variance", network.variance()));
  }

  /**
   * A network whose {@link #moments} were kept.
   *
   * @param steps updates made
   */
  public NetworkState network(float[] parameters, long steps) {
    int size = parameters.length;
    return new NetworkState(parameters, array("mean", size), array("variance", size), steps);
  }
}
