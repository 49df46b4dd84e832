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
 * Rows of one kind as they were read, so that steps can be found and rows sorted before the tape is
 * written. Few stay in memory outside the heap; many go to a file that is mapped once all are
 * there. For one thread. A row is {@code width} words of eight bytes; the first two are the
 * exchange's and the local time.
 */
final class Spool implements AutoCloseable {
  static final int EXCHANGE_TIME = 0;
  static final int LOCAL_TIME = 1;

  private static final int BUFFER_BYTES = 1 << 18;

  /** Rows of more than this go to the file. */
  private static final int MOST_BYTES_IN_MEMORY = 1 << 25;

  /**
   * What a row is made of.
   *
   * @param width words of its values, the two times included
   * @param numbered true when a further word says where it stood; else rows stood one after another
   */
  record Layout(int width, boolean numbered) {
    int words() {
      return numbered ? width + 1 : width;
    }
  }

  private record Part(RowPlaces places, long firstRow) {}

  private final Layout layout;
  private final int words;
  private final FileChannel channel;
  private final Arena arena = Arena.ofConfined();
  private Arena bufferArena = Arena.ofConfined();
  private MemorySegment memory = bufferArena.allocate(BUFFER_BYTES, Long.BYTES);
  private ByteBuffer buffer = memory.asByteBuffer().order(ByteOrder.nativeOrder());
  private boolean inFile;
  private final List<Part> parts = new ArrayList<>();
  private long[] runs = new long[16];
  private int runCount;
  private long rows;
  private long lastLocal;
  private MemorySegment mapped = MemorySegment.NULL;

  /** A spool of rows of this many words that stood one after another. */
  Spool(Path file, int width) {
    this(file, new Layout(width, false));
  }

  Spool(Path file, Layout layout) {
    this.layout = layout;
    words = layout.words();
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

  /** Rows that follow stood here. */
  void begin(RowPlaces places) {
    parts.add(new Part(places, rows));
    startRun();
  }

  /** Begins a row; the other words of its layout must follow. True when local time ascends. */
  boolean row(long exchange, long local) {
    if (buffer.remaining() < words * Long.BYTES) {
      makeRoom();
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

  private void makeRoom() {
    if (inFile || buffer.capacity() == MOST_BYTES_IN_MEMORY) {
      drain();
      if (buffer.capacity() > BUFFER_BYTES) {
        newBuffer(BUFFER_BYTES);
      }
    } else {
      newBuffer(2 * buffer.capacity());
    }
  }

  /** A buffer of another size, with what is in this one. */
  private void newBuffer(int bytes) {
    Arena newArena = Arena.ofConfined();
    memory = newArena.allocate(bytes, Long.BYTES);
    buffer = memory.asByteBuffer().order(ByteOrder.nativeOrder()).put(buffer.flip());
    bufferArena.close();
    bufferArena = newArena;
  }

  private void drain() {
    inFile = true;
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
    if (!inFile) {
      mapped = memory.asSlice(0, buffer.position());
      return;
    }
    drain();
    try {
      mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    } catch (IOException e) {
      throw new UncheckedIOException("The working file of the import cannot be read.", e);
    }
  }

  long rows() {
    return rows;
  }

  int width() {
    return layout.width();
  }

  /** First rows of the stretches in which local time ascends. */
  long[] runs() {
    return Arrays.copyOf(runs, runCount);
  }

  long word(long row, int index) {
    return mapped.getAtIndex(ValueLayout.JAVA_LONG, row * words + index);
  }

  double value(long row, int index) {
    return mapped.getAtIndex(ValueLayout.JAVA_DOUBLE, row * words + index);
  }

  /** Where a row stood, as {@link RecordingFile#place}. */
  String place(long row) {
    Part part = partOf(row);
    return part.places.place(number(part, row));
  }

  /** Where a row stood, as {@link RecordingFile#shortPlace}. */
  String shortPlace(long row) {
    Part part = partOf(row);
    return part.places.shortPlace(number(part, row));
  }

  private long number(Part part, long row) {
    return layout.numbered() ? word(row, layout.width()) : row - part.firstRow;
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
    bufferArena.close();
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The working file of the import cannot be closed.", e);
    }
  }
}
