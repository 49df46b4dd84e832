package io.makerbench.tape;

import io.makerbench.config.InputException;

/** The lines of a raw recording, one after another where they lie. */
final class BinanceLines implements AutoCloseable {
  private static final String TIME = "local receive time";
  private static final int MOST_TIME_DIGITS = 19;
  private static final int RADIX = 10;

  private final BinanceFile file;
  private final LineBlocks blocks;
  private int next;
  private int start;
  private int end;
  private int message;
  private long line;

  BinanceLines(BinanceFile file) {
    this.file = file;
    blocks = new LineBlocks(file.path());
  }

  /**
   * Goes to the next line that is not empty; false at the end of the file.
   *
   * @throws InputException when the file is cut off or damaged
   */
  boolean next() {
    do {
      if (next == blocks.length()) {
        next = 0;
        if (!blocks.next()) {
          return false;
        }
      }
      start = next;
      end = start;
      while (blocks.bytes()[end] != '\n') {
        end++;
      }
      next = end + 1;
      end -= end > start && blocks.bytes()[end - 1] == '\r' ? 1 : 0;
      line++;
    } while (start == end);
    return true;
  }

  /** Number of the line, from 1. */
  long line() {
    return line;
  }

  byte[] bytes() {
    return blocks.bytes();
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
    byte[] text = blocks.bytes();
    long time = 0;
    int i = start;
    while (text[i] >= '0' && text[i] <= '9' && i - start < MOST_TIME_DIGITS) {
      time = RADIX * time + text[i++] - '0';
    }
    if (i == start || text[i] != ' ' || time < 0) {
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
    return Math.max(0, end - message);
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

  /** The error to throw for a wrong line: that of the file, when it is damaged further on. */
  InputException explained(InputException wrongLine) {
    return blocks.explained(wrongLine);
  }

  /** Bytes of the file, packed or not, that were read so far. */
  long position() {
    return blocks.position();
  }

  @Override
  public void close() {
    blocks.close();
  }
}
