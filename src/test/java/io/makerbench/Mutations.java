package io.makerbench;

import io.makerbench.random.RandomStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Damages files at random, one to four times over: what transfers, tools and people do to them. */
public final class Mutations {
  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "0",
          "-0",
          "-1",
          "nan",
          "NaN",
          "inf",
          "-inf",
          "1e308",
          "-1e308",
          "1e-320",
          "1e999999999",
          "3000000000",
          "9223372036854775807",
          "-9223372036854775808",
          "99999999999999999999999999",
          "0.0000000000001",
          "123456789.123456789",
          "0x1p3",
          "1700000000000",
          "true",
          "null",
          "\"",
          "'",
          "{",
          "[]",
          "\\u0000",
          "\u0000",
          "é€",
          "bid",
          "ask",
          "7".repeat(5000),
          "[".repeat(3000));
  private static final String SEPARATORS = ",\n\" :[]{}";
  private static final int MOST_DAMAGES = 4;
  private static final int BYTE_VALUES = 256;
  private static final int LONGEST_RANGE = 40;

  private final RandomStream random;

  public Mutations(RandomStream random) {
    this.random = random;
  }

  /** A damaged copy of a text, of which separators are known. */
  public byte[] text(byte[] whole) {
    byte[] bytes = whole;
    for (int damages = 1 + random.nextInt(MOST_DAMAGES); damages > 0; damages--) {
      bytes = random.nextInt(3) == 0 ? damaged(bytes) : damagedText(bytes);
    }
    return bytes;
  }

  /** A damaged copy of any bytes. */
  public byte[] bytes(byte[] whole) {
    byte[] bytes = whole;
    for (int damages = 1 + random.nextInt(MOST_DAMAGES); damages > 0; damages--) {
      bytes = damaged(bytes);
    }
    return bytes;
  }

  private byte[] damaged(byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    byte[] result = bytes.clone();
    int place = random.nextInt(bytes.length);
    int end = Math.min(bytes.length, place + 1 + random.nextInt(LONGEST_RANGE));
    return switch (random.nextInt(6)) {
      case 0, 1 -> {
        result[place] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        yield result;
      }
      case 2 -> {
        result[place] = (byte) random.nextInt(BYTE_VALUES);
        yield result;
      }
      case 3 -> Arrays.copyOf(bytes, place);
      case 4 -> joined(bytes, place, new byte[0], end);
      default -> joined(bytes, end, Arrays.copyOfRange(bytes, place, end), end);
    };
  }

  private byte[] damagedText(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      return bytes;
    }
    String[] lines = text.split("\n", -1);
    int line = random.nextInt(lines.length);
    int other = random.nextInt(lines.length);
    switch (random.nextInt(6)) {
      case 0 -> {
        String kept = lines[line];
        lines[line] = lines[other];
        lines[other] = kept;
      }
      case 1 -> lines[line] = lines[line] + "\n" + lines[other];
      case 2 -> lines[line] = "";
      default -> {
        return withNastyField(text).getBytes(StandardCharsets.UTF_8);
      }
    }
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private String withNastyField(String text) {
    int start = random.nextInt(text.length());
    while (start > 0 && SEPARATORS.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    int end = start;
    while (end < text.length() && SEPARATORS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, start) + NASTY.get(random.nextInt(NASTY.size())) + text.substring(end);
  }

  private static byte[] joined(byte[] bytes, int head, byte[] middle, int tail) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, head);
    out.writeBytes(middle);
    out.write(bytes, tail, bytes.length - tail);
    return out.toByteArray();
  }
}
