package io.makerbench.tape.fetch;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has come of a file: {@code NAME.part} beside it, and {@code NAME.part.json} that says of
 * which version it is. One fetch at a time holds it, over all processes.
 */
final class PartFile implements AutoCloseable {
  private static final String ENDING = ".part";

  private final Path target;
  private final Path part;
  private final Path noteFile;
  private final FileChannel out;
  private @Nullable PartNote note;

  /**
   * Takes up what is there of a file.
   *
   * @throws InputException when another fetch holds it or the folder cannot be written
   */
  PartFile(Path target) {
    this.target = target;
    part = target.resolveSibling(target.getFileName() + ENDING);
    noteFile = target.resolveSibling(part.getFileName() + ".json");
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new InputException("The file " + part + " cannot be written: " + e.getMessage(), e);
    }
    lock();
    note = readNote();
  }

  private void lock() {
    try {
      if (out.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException | IOException held) {
      // said below
    }
    release();
    throw new InputException(
        target.getFileName() + " is being fetched already, here or by another program.");
  }

  private void release() {
    try {
      out.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private @Nullable PartNote readNote() {
    try {
      return Files.exists(noteFile)
          ? JsonMapper.shared().readValue(Files.readString(noteFile), PartNote.class)
          : null;
    } catch (IOException | JacksonException e) {
      return null; // a part of unknown version is fetched anew
    }
  }

  /** Where it lies until it is whole. */
  Path path() {
    return part;
  }

  /** Of which version it is; null when nothing has come yet. */
  @Nullable PartNote note() {
    return note;
  }

  /** Bytes that have come. */
  long size() {
    try {
      return out.size();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Throws away what has come and begins with another version. */
  void begin(PartNote version) {
    discard();
    note = version;
    WholeFile.write(noteFile, Json.write(JsonMapper.shared().valueToTree(version)));
  }

  /** Throws away what has come. */
  void discard() {
    try {
      note = null;
      Files.deleteIfExists(noteFile);
      out.truncate(0);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Adds bytes at the end.
   *
   * @throws InputException when the disk is full or gone
   */
  void append(byte[] bytes, int count) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
      long at = out.size();
      while (buffer.hasRemaining()) {
        at += out.write(buffer, at);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Asks whether the disk has room for the rest.
   *
   * @throws InputException when it has not
   */
  void requireRoom(long bytes) {
    try {
      long room = Files.getFileStore(target.toAbsolutePath().getParent()).getUsableSpace();
      if (room < bytes) {
        throw new InputException(
            "%s needs %,d bytes more, and the disk has room for %,d. Make room or choose another folder; what came is kept."
                .formatted(target.getFileName(), bytes, room));
      }
    } catch (IOException unknown) {
      // A file system that does not tell its room is written to until it refuses.
    }
  }

  private InputException unwritable(IOException e) {
    return new InputException(
        part
            + " cannot be written: "
            + e.getMessage()
            + ". Make room or choose another folder; what came is kept.",
        e);
  }

  /** Gives the whole file its name. */
  void finish() {
    try {
      out.force(true);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(noteFile);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Lets go of it; one without a byte leaves nothing behind. */
  @Override
  public void close() {
    try {
      boolean empty = out.size() == 0;
      out.close();
      if (empty) {
        Files.deleteIfExists(part);
        Files.deleteIfExists(noteFile);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
