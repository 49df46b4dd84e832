package io.makerbench.system.perp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An array in NumPy's format 1.0, appended row by row; its header has room for any number of rows
 * and is written last.
 */
final class NpyFile implements AutoCloseable {
  private static final int HEADER_BYTES = 128;
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  private final FileChannel channel;
  private final String type;
  private final int width;

  /**
   * @param type NumPy's name of the numbers, for example {@code <f4}
   * @param width numbers in a row; 0 for an array of one dimension
   */
  NpyFile(Path file, String type, int width) throws IOException {
    this.type = type;
    this.width = width;
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.position(HEADER_BYTES);
  }

  /** Appends rows as they are in the file. */
  void append(ByteBuffer rows) throws IOException {
    while (rows.hasRemaining()) {
      channel.write(rows);
    }
  }

  /** Writes the header and forces all to disk. */
  void finish(long rows) throws IOException {
    String shape = width == 0 ? "(%d,)".formatted(rows) : "(%d, %d)".formatted(rows, width);
    String text = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
    int length = HEADER_BYTES - MAGIC.length - Short.BYTES;
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.put(MAGIC).put((byte) length).put((byte) 0);
    String padded = text + " ".repeat(length - 1 - text.length()) + "\n";
    header.put(padded.getBytes(StandardCharsets.US_ASCII)).flip();
    channel.write(header, 0);
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
