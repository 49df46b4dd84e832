package io.makerbench.system.perp;

import io.makerbench.config.InputException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An array in a file of NumPy's format 1.0 or 2.0, whose header has been read and found to agree
 * with the length of the file.
 *
 * @param type NumPy's name of the numbers, for example {@code <f4}
 * @param shape its dimensions
 * @param dataAt where the numbers begin, bytes
 */
record NpyArray(Path file, String type, long[] shape, long dataAt) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LARGEST_HEADER = 1 << 16;
  private static final int CHUNK_BYTES = 1 << 20;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{\\s*'descr':\\s*'([^']*)',\\s*'fortran_order':\\s*(True|False)\\s*,\\s*"
              + "'shape':\\s*\\(([0-9, ]*)\\)\\s*,?\\s*\\}\\s*");

  /**
   * Reads the header.
   *
   * @throws InputException when it is no such file, or the file is shorter or longer than it says
   */
  static NpyArray open(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer start = read(channel, 0, MAGIC.length + 2, file);
      byte[] magic = new byte[MAGIC.length];
      start.get(magic);
      int version = start.get();
      if (!Arrays.equals(magic, MAGIC) || version < 1 || version > 2) {
        throw damaged(file, "it does not begin as an array of NumPy's format 1.0 or 2.0 does");
      }
      int lengthBytes = version == 1 ? Short.BYTES : Integer.BYTES;
      ByteBuffer length = read(channel, start.limit(), lengthBytes, file);
      int size = version == 1 ? Short.toUnsignedInt(length.getShort()) : length.getInt();
      if (size < 0 || size > LARGEST_HEADER) {
        throw damaged(file, "its header claims %d bytes".formatted(size));
      }
      long headerAt = start.limit() + lengthBytes;
      String header =
          StandardCharsets.ISO_8859_1.decode(read(channel, headerAt, size, file)).toString();
      NpyArray array = of(file, header, headerAt + size);
      array.requireLength(channel.size());
      return array;
    } catch (NoSuchFileException e) {
      throw new InputException("The file " + file + " does not exist.", e);
    } catch (IOException e) {
      throw new InputException("The file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static NpyArray of(Path file, String header, long dataAt) {
    Matcher parts = HEADER.matcher(header);
    if (!parts.matches()) {
      throw damaged(file, "its header, " + header.strip() + ", is not one of NumPy's");
    }
    if (parts.group(2).equals("True")) {
      throw new InputException(
          "The file %s has its numbers in Fortran's order; save it in C's order.".formatted(file));
    }
    try {
      long[] shape =
          Arrays.stream(parts.group(3).split(","))
              .map(String::strip)
              .filter(text -> !text.isEmpty())
              .mapToLong(Long::parseLong)
              .toArray();
      return new NpyArray(file, parts.group(1), shape, dataAt);
    } catch (NumberFormatException e) {
      throw damaged(file, "its shape, " + parts.group(3) + ", is none");
    }
  }

  /**
   * Refuses another type or shape.
   *
   * @param wanted in words in the message: what asks for the shape
   */
  void require(String wantedType, long[] wantedShape, String wanted) {
    if (!type.equals(wantedType)) {
      throw new InputException(
          "The file %s holds numbers of type %s; a dataset has %s there."
              .formatted(file, type, wantedType));
    }
    if (!Arrays.equals(shape, wantedShape)) {
      throw new InputException(
          "The file %s has shape %s, but %s asks for %s."
              .formatted(file, words(shape), wanted, words(wantedShape)));
    }
  }

  private static String words(long[] shape) {
    return Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(" × "));
  }

  private void requireLength(long found) {
    try {
      long numbers = Arrays.stream(shape).reduce(1, Math::multiplyExact);
      long expected = Math.addExact(dataAt, Math.multiplyExact(numbers, bytes()));
      if (found != expected) {
        throw damaged(
            file,
            "it has %d bytes where its header, shape %s of %s, asks for %d"
                .formatted(found, words(shape), type, expected));
      }
    } catch (ArithmeticException e) {
      throw damaged(file, "its shape, %s, is too large".formatted(words(shape)));
    }
  }

  private long bytes() {
    return switch (type) {
      case "|b1" -> Byte.BYTES;
      case "<f4" -> Float.BYTES;
      case "<i8" -> Long.BYTES;
      default ->
          throw new InputException(
              "The file %s holds numbers of type %s; datasets have <f4, |b1 and <i8."
                  .formatted(file, type));
    };
  }

  /** All numbers of an array of {@code <f4}. */
  float[] floats() {
    float[] numbers = new float[count()];
    read((bytes, first) -> {
      int count = bytes.remaining() / Float.BYTES;
      bytes.asFloatBuffer().get(numbers, first, count);
      return count;
    });
    return numbers;
  }

  /** All numbers of an array of {@code <i8}. */
  long[] longs() {
    long[] numbers = new long[count()];
    read((bytes, first) -> {
      int count = bytes.remaining() / Long.BYTES;
      bytes.asLongBuffer().get(numbers, first, count);
      return count;
    });
    return numbers;
  }

  private int count() {
    long numbers = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (numbers > Integer.MAX_VALUE - Long.BYTES) {
      throw new InputException(
          "The file %s holds %d numbers, more than can be learnt from at once."
              .formatted(file, numbers));
    }
    return (int) numbers;
  }

  /** Takes the next numbers from bytes; returns how many. */
  private interface Taker {
    int take(ByteBuffer bytes, int first);
  }

  private void read(Taker taker) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long end = channel.size();
      int taken = 0;
      for (long at = dataAt; at < end; at += CHUNK_BYTES) {
        taken += taker.take(read(channel, at, (int) Math.min(CHUNK_BYTES, end - at), file), taken);
      }
    } catch (IOException e) {
      throw new InputException("The file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static ByteBuffer read(FileChannel channel, long at, int count, Path file)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, at + bytes.position()) < 0) {
          throw new EOFException();
        }
      }
    } catch (EOFException e) {
      throw damaged(file, "it ends before its header does");
    }
    return bytes.flip();
  }

  private static InputException damaged(Path file, String how) {
    return new InputException(
        "The file %s is damaged: %s. Write the dataset again.".formatted(file, how));
  }
}
