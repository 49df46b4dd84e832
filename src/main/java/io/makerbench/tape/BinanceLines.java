package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a raw recording, one after another in a buffer that is used again. */
final class BinanceLines implements AutoCloseable {
  private static final int FIRST_BYTES = 1 << 18;

  /** A full book snapshot is below 100 KiB; a longer line than this is no message. */
  private static final int LONGEST_LINE_BYTES = 1 << 24;

  private static final int MOST_TIME_DIGITS = 19;
  private static final String TIME = "local receive time";
  private static final int RADIX = 10;

  private final BinanceFile file;
  private final InputStream in;
  private byte[] buffer = new byte[FIRST_BYTES];
  private int filled;
  private int next;
  private int start;
  private int message;
  private int end;
  private long line;

  BinanceLines(BinanceFile file) {
    this.file = file;
    try {
      in = file.open();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Goes to the next line that is not empty; false at the end of the file. */
  boolean next() {
    do {
      if (!nextAny()) {
        return false;
      }
    } while (start == end);
    return true;
  }

  private boolean nextAny() {
    line++;
    int searched = next;
    while (true) {
      for (int i = searched; i < filled; i++) {
        if (buffer[i] == '\n') {
          start = next;
          end = i > start && buffer[i - 1] == '\r' ? i - 1 : i;
          next = i + 1;
          return true;
        }
      }
      searched = filled - next;
      makeRoom();
      searched += next;
      if (!fill()) {
        start = next;
        end = filled;
        next = filled;
        return end > start;
      }
    }
  }

  private void makeRoom() {
    if (next > 0) {
      System.arraycopy(buffer, next, buffer, 0, filled - next);
      filled -= next;
      next = 0;
    } else if (filled == buffer.length) {
      if (filled >= LONGEST_LINE_BYTES) {
        throw wrong("the line is longer than " + LONGEST_LINE_BYTES + " bytes");
      }
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
  }

  private boolean fill() {
    try {
      int read = in.read(buffer, filled, buffer.length - filled);
      filled += Math.max(0, read);
      return read >= 0;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private InputException broken(IOException e) {
    String what = e instanceof EOFException ? "is cut off there" : "is damaged there or before";
    return new InputException(
        file.place(Math.max(1, line))
            + ": the file "
            + what
            + " ("
            + e.getMessage()
            + "). Fetch it again.",
        e);
  }

  /** Number of the line, from 1. */
  long line() {
    return line;
  }

  byte[] bytes() {
    return buffer;
  }

  /** The unit in which the time this line begins with is a plausible one. */
  RecordedTimeUnit unit() {
    return RecordedTimeUnit.of(time(), place(), TIME);
  }

  /** Reads the receive time the line begins with, ns since 1970 UTC. */
  long timeNs(RecordedTimeUnit unit) {
    long time = time();
    if (!unit.plausible(time)) {
      throw unit.implausible(place(), TIME, time);
    }
    return unit.toNanoseconds(time);
  }

  private long time() {
    long time = 0;
    int i = start;
    while (i < end && buffer[i] >= '0' && buffer[i] <= '9' && i - start < MOST_TIME_DIGITS) {
      time = RADIX * time + buffer[i++] - '0';
    }
    if (i == start || i == end || buffer[i] != ' ' || time < 0) {
      throw wrong("the line does not begin with a receive time, a space and a message");
    }
    message = i + 1;
    return time;
  }

  /** Where the message begins, once the time was read. */
  int messageStart() {
    return message;
  }

  int messageLength() {
    return end - message;
  }

  String place() {
    return file.place(line);
  }

  String shortPlace() {
    return file.shortPlace(line);
  }

  InputException wrong(String what) {
    return new InputException(file.place(line) + ": " + what + ".");
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw broken(e);
    }
  }
}
