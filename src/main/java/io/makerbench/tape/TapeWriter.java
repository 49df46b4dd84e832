package io.makerbench.tape;

import io.makerbench.config.InputException;
import io.makerbench.storage.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a tape column by column. Columns grow in a hidden folder beside the target; {@link
 * #finish} joins them into one file that appears whole under its name. Closing a writer that was
 * not finished leaves nothing behind. Heap use does not grow with the length of the tape. For one
 * thread.
 */
public final class TapeWriter implements AutoCloseable {
  static final long MAGIC = 0x0345504154424DL; // "MBTAPE" and version 3, little-endian
  static final int PREAMBLE_BYTES = 16;
  static final int ALIGNMENT = 64;

  /** How the names of working folders begin; one is left only by a process that was killed. */
  static final String WORKING_PREFIX = ".importing-";

  private static final int BUFFER_BYTES = 1 << 16;

  /** Columns grow outside the heap to this, together; what is more goes to files of their own. */
  private static final int MOST_BYTES_IN_MEMORY = 1 << 25;

  private final Path target;
  private final Path folder;
  private final List<TableWriter> tables = new ArrayList<>();
  private int bytesInMemory;

  /**
   * Begins a tape.
   *
   * @throws InputException when nothing can be written there
   */
  public TapeWriter(Path target) {
    this.target = target.toAbsolutePath();
    if (Files.isDirectory(this.target)) {
      throw new InputException("The tape " + target + " cannot be written: it is a folder.");
    }
    try {
      Files.createDirectories(this.target.getParent());
      folder = Files.createTempDirectory(this.target.getParent(), WORKING_PREFIX);
    } catch (IOException e) {
      throw new InputException(
          "The tape " + target + " cannot be written: its folder cannot be used (" + e + ").", e);
    }
  }

  /** Begins a table; its columns are added before its first row. */
  public TableWriter table(String name) {
    TableWriter table = new TableWriter(name);
    tables.add(table);
    return table;
  }

  /** A file of this name for data on their way; it is removed with the writer. */
  Path workingFile(String name) {
    return folder.resolve("working-" + name);
  }

  /** Joins the columns into the tape, which replaces an older one of the same name. */
  public TapeHeader finish(
      Instrument instrument,
      List<TapeHeader.Source> sources,
      int depth,
      List<TapeHeader.Finding> findings) {
    try {
      Path whole = folder.resolve("whole");
      TapeHeader header =
          new TapeHeader(instrument, List.copyOf(sources), depth, List.copyOf(findings), layOut());
      write(whole, header);
      Files.move(
          whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return header;
    } catch (IOException e) {
      throw new UncheckedIOException("The tape " + target + " cannot be written.", e);
    }
  }

  private List<TapeHeader.Table> layOut() {
    List<TapeHeader.Table> result = new ArrayList<>();
    long offset = 0;
    for (TableWriter table : tables) {
      List<TapeHeader.Column> columns = new ArrayList<>();
      for (ColumnWriter column : table.columns) {
        columns.add(new TapeHeader.Column(column.name, column.type.name(), offset));
        offset = align(offset + column.rows * column.type.bytes);
      }
      result.add(new TapeHeader.Table(table.name, table.rows(), columns));
    }
    return result;
  }

  static long align(long offset) {
    return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private void write(Path whole, TapeHeader header) throws IOException {
    byte[] json = JsonMapper.shared().writeValueAsBytes(header);
    try (FileChannel out =
        FileChannel.open(whole, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer preamble = ByteBuffer.allocate(PREAMBLE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      out.write(preamble.putLong(MAGIC).putInt(json.length).putInt(checksum(json)).flip());
      out.write(ByteBuffer.wrap(json));
      long start = align(PREAMBLE_BYTES + json.length);
      out.write(
          ByteBuffer.allocate((int) (start - out.position()))); // Also of a tape without rows.
      for (int t = 0; t < tables.size(); t++) {
        List<ColumnWriter> columns = tables.get(t).columns;
        for (int c = 0; c < columns.size(); c++) {
          columns.get(c).copyTo(out, start + header.tables().get(t).columns().get(c).offset());
        }
      }
      out.force(true);
    }
  }

  /** Checksum of a header, kept before it. */
  static int checksum(byte[] json) {
    CRC32C crc = new CRC32C();
    crc.update(json);
    return (int) crc.getValue();
  }

  @Override
  public void close() {
    try {
      for (TableWriter table : tables) {
        for (ColumnWriter column : table.columns) {
          column.closeFile();
        }
      }
      FolderTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be removed.", e);
    }
  }

  /** One table being written: add columns, then put one value in each for every row. */
  public final class TableWriter {
    private final String name;
    private final List<ColumnWriter> columns = new ArrayList<>();

    private TableWriter(String name) {
      this.name = name;
    }

    public ColumnWriter bytes(String column) {
      return add(column, ColumnType.BYTE);
    }

    public ColumnWriter ints(String column) {
      return add(column, ColumnType.INT);
    }

    public ColumnWriter longs(String column) {
      return add(column, ColumnType.LONG);
    }

    public ColumnWriter doubles(String column) {
      return add(column, ColumnType.DOUBLE);
    }

    ColumnWriter add(String column, ColumnType type) {
      ColumnWriter writer = new ColumnWriter(column, type, folder.resolve(name + "." + column));
      columns.add(writer);
      return writer;
    }

    /** Rows so far. Every column must hold as many. */
    public long rows() {
      long rows = columns.isEmpty() ? 0 : columns.getFirst().rows;
      for (ColumnWriter column : columns) {
        if (column.rows != rows) {
          throw new IllegalStateException(
              "Column "
                  + column.name
                  + " of table "
                  + name
                  + " has "
                  + column.rows
                  + " rows where others have "
                  + rows);
        }
      }
      return rows;
    }
  }

  /** One column being written, value after value. */
  public final class ColumnWriter {
    private final String name;
    private final ColumnType type;
    private final Path file;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private @Nullable Arena memory;
    private @Nullable FileChannel out;
    private long rows;

    private ColumnWriter(String name, ColumnType type, Path file) {
      this.name = name;
      this.type = type;
      this.file = file;
    }

    public void put(byte value) {
      expect(ColumnType.BYTE);
      buffer.put(value);
    }

    public void put(int value) {
      expect(ColumnType.INT);
      buffer.putInt(value);
    }

    public void put(long value) {
      expect(ColumnType.LONG);
      buffer.putLong(value);
    }

    public void put(double value) {
      expect(ColumnType.DOUBLE);
      buffer.putDouble(value);
    }

    private void expect(ColumnType given) {
      if (given != type) {
        throw new IllegalArgumentException("Column " + name + " is " + type + ", not " + given);
      }
      if (buffer.remaining() < type.bytes) {
        makeRoom();
      }
      rows++;
    }

    private void makeRoom() {
      int bytes = buffer.capacity();
      if (out == null && bytesInMemory + bytes <= MOST_BYTES_IN_MEMORY) {
        bytesInMemory += bytes;
        Arena larger = Arena.ofConfined();
        buffer =
            larger
                .allocate(2L * bytes, Long.BYTES)
                .asByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(buffer.flip());
        closeMemory();
        memory = larger;
      } else {
        drain();
      }
    }

    /** A column that fits its buffer never gets a file of its own. */
    private void drain() {
      try {
        if (out == null) {
          out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        buffer.clear();
      } catch (IOException e) {
        throw new UncheckedIOException("The column file " + file + " cannot be written.", e);
      }
    }

    private void copyTo(FileChannel target, long position) throws IOException {
      target.position(position);
      if (out != null) {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
          long size = in.size();
          long done = 0;
          while (done < size) {
            done += in.transferTo(done, size - done, target);
          }
        }
      }
      buffer.flip();
      while (buffer.hasRemaining()) {
        target.write(buffer);
      }
    }

    private void closeMemory() {
      if (memory != null) {
        memory.close();
      }
    }

    private void closeFile() throws IOException {
      closeMemory();
      memory = null;
      if (out != null) {
        out.close();
      }
    }
  }
}
