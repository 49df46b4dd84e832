package io.makerbench.learn.cloning;

import io.makerbench.config.InputException;
import io.makerbench.env.VectorEnv;
import io.makerbench.learn.AtomicFolder;
import io.makerbench.learn.Compute;
import io.makerbench.learn.TrainerListener;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.learn.tensors.PrimitiveArrays;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The folder in which a cloning is kept: the policy of the best epoch, and all else in a file. */
final class CloningCheckpoint {
  private static final String TRAINER = "trainer.bin";
  private static final long FORMAT = 0x4D42_434C_4F00_0001L;
  private static final long NO_SEED = 0;

  private CloningCheckpoint() {}

  /** Writes what a trainer keeps. */
  @FunctionalInterface
  interface State {
    void write(DataOutput out) throws IOException;
  }

  static void write(Path folder, TrainedPolicy policy, State trainer) throws IOException {
    AtomicFolder.write(
        folder,
        draft -> {
          policy.write(draft);
          Path file = draft.resolve(TRAINER);
          try (DataOutputStream out =
              new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeLong(FORMAT);
            trainer.write(out);
            out.writeLong(FORMAT);
          }
        });
  }

  static CloningTrainer read(
      Path folder, CloningConfig config, VectorEnv env, Compute compute, TrainerListener listener) {
    Path file = folder.resolve(TRAINER);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      requireMark(in);
      Demonstrations kept =
          Demonstrations.read(in, env.observationSpace().width(), env.actionSpace().width());
      Split split = new Split(rows(in, kept), rows(in, kept));
      return resumed(
          in,
          new CloningTrainer(config, kept, split, env.actionSpace(), NO_SEED, compute, listener));
    } catch (NoSuchFileException e) {
      throw new InputException("There is no checkpoint at %s.".formatted(file), e);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw damaged(file, e);
    }
  }

  private static CloningTrainer resumed(DataInput in, CloningTrainer trainer) throws IOException {
    boolean sound = false;
    try {
      trainer.readState(in);
      requireMark(in);
      sound = true;
      return trainer;
    } finally {
      if (!sound) {
        trainer.close();
      }
    }
  }

  private static int[] rows(DataInput in, Demonstrations kept) throws IOException {
    int count = in.readInt();
    if (count < 1 || count > kept.rows()) {
      throw new IOException(count + " of " + kept.rows() + " rows are named.");
    }
    int[] rows = new int[count];
    PrimitiveArrays.read(in, rows, count);
    return rows;
  }

  private static void requireMark(DataInput in) throws IOException {
    if (in.readLong() != FORMAT) {
      throw new IOException("A mark is missing.");
    }
  }

  private static InputException damaged(Path file, Exception cause) {
    return new InputException(
        "%s is damaged, or was written by a training with other settings.".formatted(file), cause);
  }
}
