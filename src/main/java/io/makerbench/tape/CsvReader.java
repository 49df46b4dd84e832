package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads the rows of a CSV recording, gzipped or not. Rows are parsed where they lie, byte by byte,
 * because this is most of the work of an import; whatever is out of the ordinary (quotes,
 * exponents, names of numbers) goes a slower way.
 */
final class CsvReader {
  private static final int RADIX = 10;

  /** More of a field is not quoted in errors, and more digits are no number. */
  private static final int LONGEST_FIELD = 100;

  private static final byte[] BID = {'b', 'i', 'd'};
  private static final byte[] ASK = {'a', 's', 'k'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] BUY = {'b', 'u', 'y'};
  private static final byte[] SELL = {'s', 'e', 'l', 'l'};
  private static final long HASH_START = 0xCBF29CE484222325L;
  private static final long HASH_PRIME = 0x100000001B3L;

  private final RecordingFile file;
  private final RecordingSpooler rows;
  private final List<CsvField> fields;
  private final CsvField.Role[] roles;
  private final int[] wordOf;
  private final byte[] exchange;
  private final byte[] symbol;
  private final long[] words;
  private byte[] text = {};
  private int end;
  private int position;
  private long row;

  CsvReader(RecordingFile file, RecordingSpooler rows) {
    this.file = file;
    this.rows = rows;
    fields = CsvField.of(file);
    roles = fields.stream().map(CsvField::role).toArray(CsvField.Role[]::new);
    wordOf = fields.stream().mapToInt(CsvField::word).toArray();
    exchange = file.exchange().getBytes(StandardCharsets.UTF_8);
    symbol = file.symbol().getBytes(StandardCharsets.UTF_8);
    words = new long[RecordingColumns.of(file).size()];
  }

  /**
   * Reads all rows.
   *
   * @throws InputException when one cannot be read, or is of another instrument than the first
   */
  void read() {
    try (LineBlocks blocks = new LineBlocks(file.path())) {
      boolean inHeader = true;
      while (blocks.next()) {
        text = blocks.bytes();
        end = blocks.length();
        position = inHeader ? endOfLine(0) + 1 : 0;
        inHeader = false;
        readBlock(blocks);
        rows.report(row, blocks.position());
      }
    }
  }

  private void readBlock(LineBlocks blocks) {
    try {
      while (position < end) {
        if (text[position] == '\n' || text[position] == '\r') {
          skipEmptyLines();
        } else {
          readRow();
          rows.take(words, row++);
        }
      }
    } catch (InputException e) {
      throw blocks.explained(e);
    }
  }

  /** Empty lines are allowed at the end only. */
  private void skipEmptyLines() {
    int line = position;
    while (position < end && (text[position] == '\n' || text[position] == '\r')) {
      position++;
    }
    if (position < end) {
      position = line;
      throw wrongWidth(line);
    }
  }

  private void readRow() {
    int line = position;
    int last = roles.length - 1;
    words[2] = 0; // Sides and flags are put together there.
    for (int column = 0; column <= last; column++) {
      int start = position;
      switch (roles[column]) {
        case SKIPPED -> position = endOfField(start);
        case EXCHANGE -> expect(exchange, column, line);
        case SYMBOL -> expect(symbol, column, line);
        case TIME -> words[wordOf[column]] = whole(column, line);
        case LEVEL_SIDE -> words[wordOf[column]] += levelSide(column, line);
        case SNAPSHOT_FLAG -> words[wordOf[column]] += snapshotFlag(column, line);
        case TAKER_SIDE -> words[wordOf[column]] = takerSide();
        case ID -> words[wordOf[column]] = hash();
        case NUMBER -> words[wordOf[column]] = Double.doubleToRawLongBits(number(column, line));
      }
      if (column == last && text[position] == '\r') {
        position++;
      }
      if (text[position] != (column == last ? '\n' : ',')) {
        throw wrongWidth(line);
      }
      position++;
    }
  }

  private int endOfLine(int from) {
    int i = from;
    while (text[i] != '\n') {
      i++;
    }
    return i;
  }

  /** First byte after a field: a comma, a line feed, or a carriage return before one. */
  private int endOfField(int from) {
    int i = from;
    while (!endsField(i)) {
      i++;
    }
    return i;
  }

  private boolean endsField(int i) {
    byte sign = text[i];
    return sign == ',' || sign == '\n' || (sign == '\r' && text[i + 1] == '\n');
  }

  private void expect(byte[] expected, int column, int line) {
    int stop = position + expected.length;
    if (stop >= end || !is(position, expected) || !endsField(stop)) {
      throw wrong(
          column,
          line,
          "this row is of another instrument than the first one ("
              + file.instrument()
              + "); a tape holds one instrument");
    }
    position = stop;
  }

  private boolean is(int from, byte[] expected) {
    int stop = from + expected.length;
    return stop <= end && Arrays.equals(text, from, stop, expected, 0, expected.length);
  }

  private int levelSide(int column, int line) {
    int start = position;
    position = endOfField(start);
    if (position - start == BID.length && is(start, BID)) {
      return 0;
    }
    if (position - start == ASK.length && is(start, ASK)) {
      return RecordingColumns.CODE_ASK;
    }
    throw wrong(column, line, "must be bid or ask");
  }

  private int snapshotFlag(int column, int line) {
    if (is(position, FALSE) && endsField(position + FALSE.length)) {
      position += FALSE.length;
      return 0;
    }
    String flag = field();
    return switch (flag.toLowerCase(Locale.ROOT)) {
      case "true", "t", "1" -> RecordingColumns.CODE_SNAPSHOT;
      case "false", "f", "0", "" -> 0;
      default -> throw wrong(column, line, "'" + flag + "' is not true or false");
    };
  }

  private int takerSide() {
    int start = position;
    position = endOfField(start);
    int length = position - start;
    if (length == BUY.length && is(start, BUY)) {
      return 1;
    }
    return length == SELL.length && is(start, SELL) ? -1 : 0;
  }

  /** A hash of the field, never 0; 0 for an empty one. */
  private long hash() {
    long hash = HASH_START;
    int start = position;
    while (!endsField(position)) {
      hash = (hash ^ text[position++]) * HASH_PRIME;
    }
    return position == start ? 0 : hash | 1;
  }

  private long whole(int column, int line) {
    int start = position;
    long value = 0;
    while (text[position] >= '0' && text[position] <= '9') {
      value = RADIX * value + text[position++] - '0';
    }
    int digits = position - start;
    if (digits > 0 && digits <= DecimalText.MOST_DIGITS && endsField(position)) {
      return value;
    }
    position = start;
    return unusualWhole(column, line);
  }

  private long unusualWhole(int column, int line) {
    String field = field();
    try {
      return field.isEmpty() ? 0 : DecimalText.parseWhole(field);
    } catch (NumberFormatException e) {
      throw wrong(column, line, "'" + field + "' is not a whole number of 64 bits");
    }
  }

  private double number(int column, int line) {
    int start = position;
    int i = text[start] == '-' ? start + 1 : start;
    int first = i;
    int point = -1;
    long digits = 0;
    for (byte sign = text[i]; ; sign = text[++i]) {
      if (sign >= '0' && sign <= '9') {
        digits = RADIX * digits + sign - '0';
      } else if (sign == '.' && point < 0) {
        point = i;
      } else {
        break;
      }
    }
    int decimals = point < 0 ? 0 : i - point - 1;
    int count = i - first - (point < 0 ? 0 : 1);
    if (!endsField(i) || !DecimalText.exact(digits, count)) {
      return unusualNumber(column, line);
    }
    position = i;
    double value = DecimalText.value(digits, decimals);
    return i > first && first > start ? -value : value;
  }

  private double unusualNumber(int column, int line) {
    String field = field();
    try {
      return switch (field.toLowerCase(Locale.ROOT)) {
        case "", "nan" -> Double.NaN;
        case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
        case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
        default -> DecimalText.parse(field);
      };
    } catch (NumberFormatException e) {
      throw wrong(column, line, "'" + field + "' is not a number");
    }
  }

  /** Reads the field as text; of an overlong one only the beginning. */
  private String field() {
    int start = position;
    position = endOfField(start);
    int length = Math.min(position - start, LONGEST_FIELD);
    return new String(text, start, length, StandardCharsets.UTF_8);
  }

  /** Says what is wrong with a column, unless the row has not the right number of them. */
  private InputException wrong(int column, int line, String what) {
    if (columnsOf(line) != roles.length) {
      return wrongWidth(line);
    }
    String name = fields.get(column).name();
    return new InputException(file.place(row) + ", column " + name + ": " + what + ".");
  }

  private InputException wrongWidth(int line) {
    int found = columnsOf(line);
    return new InputException(
        file.place(row)
            + ", column "
            + (1 + Math.min(roles.length, found))
            + ": the row has "
            + found
            + " columns where the header has "
            + roles.length
            + "; the file is damaged or cut off.");
  }

  private int columnsOf(int line) {
    int columns = 1;
    for (int i = line; text[i] != '\n'; i++) {
      columns += text[i] == ',' ? 1 : 0;
    }
    return columns;
  }
}
