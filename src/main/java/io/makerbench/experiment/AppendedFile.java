package io.makerbench.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that grows line by line, and can be cut back to a length noted before. */
final class AppendedFile implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  /** Begins the file, or goes on with the first {@code keptBytes} of it. */
  AppendedFile(Path file, long keptBytes) {
    this.file = file;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(keptBytes);
      channel.position(keptBytes);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  void append(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** Forces all to disk and says how long the file is. */
  long settle() {
    try {
      channel.force(true);
      return channel.position();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private UncheckedIOException cannotWrite(IOException cause) {
    return new UncheckedIOException("The file " + file + " cannot be written.", cause);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }
}
