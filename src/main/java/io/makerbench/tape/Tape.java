package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recording in columns, mapped into memory: it opens at once and takes little heap whatever its
 * length. Rows of every table are in order of local time. Safe for several threads until closed.
 *
 * <p>Tables: {@code states} (book after each tick), {@code levels} (incremental updates), {@code
 * orders} (events of single orders), {@code trades}, {@code events} (levels and trades merged),
 * {@code quotes}, {@code ticker}. A tape has the tables its recording had; a missing one has no
 * rows.
 */
public final class Tape implements AutoCloseable {
  private static final int LARGEST_HEADER_BYTES = 64 << 20;
  private static final long CHECKSUM_OFFSET = Long.BYTES + Integer.BYTES;

  private final Path path;
  private final Arena arena;
  private final TapeHeader header;
  private final MemorySegment columns;

  private Tape(Path path, Arena arena, TapeHeader header, MemorySegment columns) {
    this.path = path;
    this.arena = arena;
    this.header = header;
    this.columns = columns;
  }

  /**
   * Maps a tape.
   *
   * @throws InputException when the file is missing, damaged or no tape
   */
  public static Tape open(Path path) {
    Arena arena = Arena.ofShared();
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      return map(path, arena, file.map(FileChannel.MapMode.READ_ONLY, 0, file.size(), arena));
    } catch (IOException e) {
      arena.close();
      throw new InputException("The tape " + path + " cannot be opened: " + e.getMessage(), e);
    } catch (InputException e) {
      arena.close();
      throw e;
    }
  }

  private static Tape map(Path path, Arena arena, MemorySegment all) {
    if (all.byteSize() < TapeWriter.PREAMBLE_BYTES
        || all.get(ColumnType.LONG_LAYOUT, 0) != TapeWriter.MAGIC) {
      throw new InputException(
          path
              + " is not a tape of this version. Make one with: makerbench import FILES --out "
              + "TAPE");
    }
    int headerBytes = all.get(ColumnType.INT_LAYOUT, Long.BYTES);
    long start = TapeWriter.align(TapeWriter.PREAMBLE_BYTES + (long) headerBytes);
    if (headerBytes < 0 || headerBytes > LARGEST_HEADER_BYTES || start > all.byteSize()) {
      throw new InputException("The tape " + path + " is damaged: its header is cut off.");
    }
    byte[] json =
        all.asSlice(TapeWriter.PREAMBLE_BYTES, headerBytes).toArray(ValueLayout.JAVA_BYTE);
    if (TapeWriter.checksum(json) != all.get(ColumnType.INT_LAYOUT, CHECKSUM_OFFSET)) {
      throw new InputException("The tape " + path + " is damaged: its header was altered.");
    }
    TapeHeader header = readHeader(path, json);
    MemorySegment columns = all.asSlice(start);
    new TapeHeaderCheck(path, columns.byteSize()).check(header);
    return new Tape(path, arena, header, columns);
  }

  private static TapeHeader readHeader(Path path, byte[] bytes) {
    try {
      return JsonMapper.shared().readValue(bytes, TapeHeader.class);
    } catch (JacksonException e) {
      throw new InputException(
          "The tape "
              + path
              + " is damaged: its header cannot be read ("
              + e.getOriginalMessage()
              + ").",
          e);
    }
  }

  public Path path() {
    return path;
  }

  public TapeHeader header() {
    return header;
  }

  public Instrument instrument() {
    return header.instrument();
  }

  /** Book states, one a tick. */
  public BookStates states() {
    return new BookStates(this);
  }

  /** Incremental level updates. */
  public Levels levels() {
    return new Levels(this);
  }

  /** Levels and trades merged, by both clocks. */
  public Events events() {
    return new Events(this);
  }

  /** Trades. */
  public Trades trades() {
    return new Trades(this);
  }

  /** Events of single orders. */
  public Orders orders() {
    return new Orders(this);
  }

  /** Best quotes as the venue published them. */
  public Quotes quotes() {
    return new Quotes(this);
  }

  /** Mark, index, funding and open interest. */
  public Ticker ticker() {
    return new Ticker(this);
  }

  /** Rows of a table; 0 when the tape has none of that name. */
  long rows(String table) {
    for (TapeHeader.Table t : header.tables()) {
      if (t.name().equals(table)) {
        return t.rows();
      }
    }
    return 0;
  }

  LongColumn longs(String table, String column) {
    return new LongColumn(column(table, column, ColumnType.LONG));
  }

  IntColumn ints(String table, String column) {
    return new IntColumn(column(table, column, ColumnType.INT));
  }

  ByteColumn bytes(String table, String column) {
    return new ByteColumn(column(table, column, ColumnType.BYTE));
  }

  DoubleColumn doubles(String table, String column) {
    return new DoubleColumn(column(table, column, ColumnType.DOUBLE));
  }

  MemorySegment column(String table, String column, ColumnType type) {
    for (TapeHeader.Table t : header.tables()) {
      if (t.name().equals(table)) {
        for (TapeHeader.Column c : t.columns()) {
          if (c.name().equals(column) && c.type().equals(type.name())) {
            return t.rows() == 0
                ? MemorySegment.NULL
                : columns.asSlice(c.offset(), t.rows() * type.bytes);
          }
        }
        throw new InputException(
            "The tape "
                + path
                + " has no column "
                + column
                + " of type "
                + type
                + " in table "
                + table
                + ". Import the recording again.");
      }
    }
    return MemorySegment.NULL;
  }

  @Override
  public void close() {
    arena.close();
  }
}
