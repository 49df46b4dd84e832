package io.makerbench.tape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of one kind as they were read, in a file that is mapped once all are there, so that steps
 * can be found and rows sorted before the tape is written. A row is {@code width} words of eight
 * bytes; the first two are the exchange's and the local time.
 */
final class Spool implements AutoCloseable {
  static final int EXCHANGE_TIME = 0;
  static final int LOCAL_TIME = 1;

  private static final int BUFFER_BYTES = 1 << 18;

  private record Part(RecordingFile file, long firstRow) {}

  private final int width;
  private final FileChannel channel;
  private final Arena arena = Arena.ofShared();
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.nativeOrder());
  private final List<Part> parts = new ArrayList<>();
  private long[] runs = new long[16];
  private int runCount;
  private long rows;
  private long lastLocal;
  private MemorySegment words = MemorySegment.NULL;

  Spool(Path file, int width) {
    this.width = width;
    try {
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("The working file " + file + " cannot be written.", e);
    }
  }

  /** Rows that follow are of this file. */
  void begin(RecordingFile file) {
    parts.add(new Part(file, rows));
    startRun();
  }

  /** Begins a row; {@code width − 2} words must follow. */
  boolean row(long exchange, long local) {
    if (buffer.remaining() < width * Long.BYTES) {
      drain();
    }
    boolean ascends = local >= lastLocal || runs[runCount - 1] == rows;
    if (!ascends) {
      startRun();
    }
    lastLocal = local;
    buffer.putLong(exchange).putLong(local);
    rows++;
    return ascends;
  }

  /** Rows that follow make a run of their own. */
  void startRun() {
    if (runCount > 0 && runs[runCount - 1] == rows) {
      return;
    }
    if (runCount == runs.length) {
      runs = Arrays.copyOf(runs, 2 * runCount);
    }
    runs[runCount++] = rows;
  }

  void put(long word) {
    buffer.putLong(word);
  }

  void put(double value) {
    buffer.putDouble(value);
  }

  private void drain() {
    try {
      buffer.flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("The working file of the import cannot be written.", e);
    }
  }

  /** Ends writing: rows can be read now. */
  void map() {
    drain();
    try {
      words = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    } catch (IOException e) {
      throw new UncheckedIOException("The working file of the import cannot be read.", e);
    }
  }

  long rows() {
    return rows;
  }

  int width() {
    return width;
  }

  /** First rows of the stretches in which local time ascends. */
  long[] runs() {
    return Arrays.copyOf(runs, runCount);
  }

  long word(long row, int index) {
    return words.getAtIndex(ValueLayout.JAVA_LONG, row * width + index);
  }

  double value(long row, int index) {
    return words.getAtIndex(ValueLayout.JAVA_DOUBLE, row * width + index);
  }

  /** Where a row stood, as {@link RecordingFile#place}. */
  String place(long row) {
    Part part = partOf(row);
    return part.file.place(row - part.firstRow);
  }

  /** Where a row stood, as {@link RecordingFile#shortPlace}. */
  String shortPlace(long row) {
    Part part = partOf(row);
    return part.file.shortPlace(row - part.firstRow);
  }

  private Part partOf(long row) {
    int part = parts.size() - 1;
    while (parts.get(part).firstRow > row) {
      part--;
    }
    return parts.get(part);
  }

  @Override
  public void close() {
    arena.close();
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The working file of the import cannot be closed.", e);
    }
  }
}
