package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lines of values separated by commas, one at a time, without quotes. A line is read into one
 * buffer, so heap use grows neither with the number of lines nor with the length of a damaged one.
 */
final class CsvLines implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Longest line, bytes: 200 levels of a book take a quarter of it. */
  private static final int LONGEST_LINE = 1 << 14;

  private static final int LONGEST_QUOTE = 40;

  /** Any number of so many digits fits a long. */
  private static final int MOST_DIGITS = 18;

  private static final long LARGEST_TENTH = 99_999_999_999_999_999L;
  private static final int HALF = 5;
  private static final int LOWEST_BYTE = 0xFF;

  private final InputStream in;
  private final String place;
  private final List<String> columns;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] text = new byte[LONGEST_LINE];
  private final int[] starts;
  private int filled;
  private int position;
  private int length;
  private long line;

  /**
   * @param place the file in words, for errors
   * @param columns names of the columns every line must have
   */
  CsvLines(InputStream in, String place, List<String> columns) {
    this.in = in;
    this.place = place;
    this.columns = List.copyOf(columns);
    starts = new int[columns.size() + 1];
  }

  /** Reads the next line; false at the end of the file. */
  boolean next() {
    line++;
    length = 0;
    int b = read();
    if (b < 0) {
      return false;
    }
    while (b >= 0 && b != '\n') {
      if (length == LONGEST_LINE) {
        throw new InputException(place() + ": the line is longer than " + LONGEST_LINE + " bytes.");
      }
      text[length++] = (byte) b;
      b = read();
    }
    if (length > 0 && text[length - 1] == '\r') {
      length--;
    }
    split();
    return true;
  }

  private int read() {
    if (position == filled) {
      try {
        filled = in.read(buffer, 0, buffer.length);
      } catch (IOException e) {
        throw new InputException(
            place() + ": the file is cut off or damaged there (" + e.getMessage() + ").", e);
      }
      position = 0;
      if (filled <= 0) {
        filled = 0;
        return -1;
      }
    }
    return buffer[position++] & LOWEST_BYTE;
  }

  private void split() {
    int found = 1;
    for (int i = 0; i < length; i++) {
      if (text[i] == ',') {
        if (found < columns.size()) {
          starts[found] = i + 1;
        }
        found++;
      }
    }
    if (found != columns.size()) {
      throw new InputException(
          place()
              + ": the row has "
              + found
              + " columns where "
              + columns.size()
              + " belong ("
              + (columns.size() > LONGEST_QUOTE
                  ? columns.getFirst() + " … " + columns.getLast()
                  : String.join(", ", columns))
              + "); the file is foreign, damaged or cut off.");
    }
    starts[columns.size()] = length + 1;
  }

  /** Number of this line, from 1. */
  long line() {
    return line;
  }

  /** File and line, for an error. */
  String place() {
    return place + ", line " + line;
  }

  /** Name of a column. */
  String column(int column) {
    return columns.get(column);
  }

  /** A value as text. */
  String text(int column) {
    int start = starts[column];
    return new String(text, start, end(column) - start, StandardCharsets.UTF_8);
  }

  private int end(int column) {
    return starts[column + 1] - 1;
  }

  /** A value as a whole number of at most 18 digits. */
  long whole(int column) {
    return fixed(column, 0);
  }

  /**
   * A decimal number times a power of ten, which must be whole.
   *
   * @param decimals the power: most digits after the point
   */
  long fixed(int column, int decimals) {
    if (point(column) < end(column) - 1 - decimals) {
      throw noNumber(column, decimals);
    }
    return rounded(column, decimals);
  }

  /** A decimal number times a power of ten, further digits rounded half up in magnitude. */
  long rounded(int column, int decimals) {
    int start = starts[column];
    boolean negative = start < end(column) && text[start] == '-';
    int first = start + (negative ? 1 : 0);
    int point = point(column);
    int end = Math.min(end(column), point + 1 + decimals);
    if (first >= point || decimals == 0 && point < end(column)) {
      throw noNumber(column, decimals);
    }
    long value = 0;
    for (int i = first; i < point + 1 + decimals; i++) {
      if (i != point) {
        int digit = i < end ? digit(column, i, decimals) : 0;
        if (value > LARGEST_TENTH) {
          throw noNumber(column, decimals);
        }
        value = 10 * value + digit;
      }
    }
    for (int i = end; i < end(column); i++) {
      int digit = digit(column, i, decimals);
      value += i == end && digit >= HALF ? 1 : 0;
    }
    return negative ? -value : value;
  }

  private int digit(int column, int i, int decimals) {
    int digit = text[i] - '0';
    if (digit < 0 || digit > 9) {
      throw noNumber(column, decimals);
    }
    return digit;
  }

  /** Place of the decimal point; just after the value when it has none. */
  private int point(int column) {
    int i = starts[column];
    while (i < end(column) && text[i] != '.') {
      i++;
    }
    return i;
  }

  private InputException noNumber(int column, int decimals) {
    return bad(
        column,
        "is not a number of at most "
            + MOST_DIGITS
            + " digits"
            + (decimals == 0 ? " without a point" : ", " + decimals + " of them after the point"));
  }

  /** An error about a value of this line: {@code what} follows the value. */
  InputException bad(int column, String what) {
    String value = text(column);
    String quote = value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value;
    return new InputException(
        place() + ", column " + columns.get(column) + ": '" + quote + "' " + what + ".");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
