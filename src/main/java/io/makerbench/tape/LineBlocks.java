package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file, plain or gzipped, in blocks of whole lines. A thread of its own unpacks a few
 * blocks ahead of the reader. Every line ends with a line feed, the last of the file too.
 */
final class LineBlocks implements AutoCloseable {
  /** A longer line is of no recording. */
  private static final int LONGEST_LINE_BYTES = 1 << 24;

  private static final int BLOCK_BYTES = 1 << 18;
  private static final int BLOCKS_AHEAD = 3;
  private static final int GZIP_BUFFER_BYTES = 1 << 16;
  private static final byte[] GZIP_MAGIC = {(byte) 0x1F, (byte) 0x8B};

  /** Whole lines; none at the end. */
  private record Block(byte[] bytes, int length, int lines) {
    static final Block NONE = new Block(new byte[0], 0, 0);
  }

  private final Path path;
  private final InputStream in;
  private final AtomicLong position = new AtomicLong();
  private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BLOCKS_AHEAD + 2);
  private final Thread thread;
  private Block block = Block.NONE;
  private long linesBefore;
  private volatile boolean complete;
  private volatile @Nullable IOException failure;

  /**
   * Opens a file.
   *
   * @throws InputException when it cannot be read or is no whole gzip file from its first bytes on
   */
  LineBlocks(Path path) {
    this.path = path;
    try {
      in = open();
    } catch (IOException e) {
      throw broken(e);
    }
    thread = Thread.ofPlatform().daemon().name("unpacking " + path.getFileName()).start(this::run);
  }

  private InputStream open() throws IOException {
    boolean gzip;
    try (InputStream start = Files.newInputStream(path)) {
      gzip = java.util.Arrays.equals(start.readNBytes(GZIP_MAGIC.length), GZIP_MAGIC);
    }
    InputStream file = new Counted(Files.newInputStream(path));
    try {
      return gzip ? new GZIPInputStream(file, GZIP_BUFFER_BYTES) : file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private void run() {
    boolean wanted = true;
    try {
      fill();
      complete = true;
    } catch (IOException e) {
      failure = e;
    } catch (InterruptedException e) {
      wanted = false; // The reader has closed this.
    } finally {
      if (wanted) {
        passOnEnd();
      }
    }
  }

  private void passOnEnd() {
    try {
      full.put(Block.NONE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The reader has closed this.
    }
  }

  private void fill() throws IOException, InterruptedException {
    byte[] bytes = new byte[BLOCK_BYTES];
    int filled = 0;
    try {
      for (int read = read(bytes, filled); read >= 0; read = read(bytes, filled)) {
        filled += read;
        if (filled == bytes.length) {
          byte[] whole = bytes;
          int end = endOfLines(whole, filled);
          bytes = nextBytes(end == 0 ? longer(filled) : filled);
          System.arraycopy(whole, end, bytes, 0, filled - end);
          filled -= end;
          passOn(whole, end);
        }
      }
    } catch (IOException e) {
      passOn(bytes, endOfLines(bytes, filled));
      throw e;
    }
    if (filled > 0 && bytes[filled - 1] != '\n') {
      bytes[filled++] = '\n';
    }
    passOn(bytes, filled);
  }

  private int read(byte[] bytes, int filled) throws IOException {
    return in.read(bytes, filled, bytes.length - filled);
  }

  private static int endOfLines(byte[] bytes, int filled) {
    int end = filled;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private static int longer(int length) throws IOException {
    if (length >= LONGEST_LINE_BYTES) {
      throw new IOException("a line is longer than " + LONGEST_LINE_BYTES + " bytes");
    }
    return 2 * length;
  }

  private byte[] nextBytes(int least) {
    byte[] used = free.poll();
    return used != null && used.length >= least ? used : new byte[Math.max(least, BLOCK_BYTES)];
  }

  private void passOn(byte[] bytes, int length) throws InterruptedException {
    if (length > 0) {
      full.put(new Block(bytes, length, linesOf(bytes, length)));
    }
  }

  private static int linesOf(byte[] bytes, int length) {
    int lines = 0;
    for (int i = 0; i < length; i++) {
      lines += bytes[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  /**
   * Goes to the next block; false at the end of the file. What the block before held is lost.
   *
   * @throws InputException when the file is cut off or damaged
   */
  boolean next() {
    linesBefore += block.lines;
    if (block.length > 0) {
      free.offer(block.bytes);
    }
    try {
      block = full.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a file was read.", e);
    }
    if (block.length == 0 && !complete) {
      throw broken(failure);
    }
    return block.length > 0;
  }

  /** Bytes of the file, packed or not, that were read so far. */
  long position() {
    return position.get();
  }

  byte[] bytes() {
    return block.bytes;
  }

  /** Bytes of the block that are text. */
  int length() {
    return block.length;
  }

  /**
   * The error to throw when the text makes no sense: of the file, when it turns out to be damaged
   * further on, which explains it; else the one given.
   */
  InputException explained(InputException wrongText) {
    try {
      while (next()) {
        continue;
      }
      return wrongText;
    } catch (InputException e) {
      return e;
    }
  }

  private InputException broken(@Nullable IOException e) {
    if (e == null) {
      throw new IllegalStateException("The thread that unpacks " + path + " ended early.");
    }
    String place = path + ", line " + (linesBefore + 1);
    if (e instanceof EOFException) {
      return new InputException(place + ": the gzip file is cut off there. Fetch it again.", e);
    }
    return new InputException(
        place + " or before: the file is damaged (" + e.getMessage() + "). Fetch it again.", e);
  }

  /** Counts what is read of a file. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream file) {
      super(file);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      position.addAndGet(Math.max(0, read));
      return read;
    }
  }

  @Override
  public void close() {
    try {
      thread.interrupt();
      thread.join();
      in.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw broken(e);
    }
  }
}
