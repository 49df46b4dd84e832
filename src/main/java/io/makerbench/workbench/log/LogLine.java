package io.makerbench.workbench.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Something the program said.
 *
 * @param source the part that said it, by the last part of its name
 * @param details the trace of a failure; empty where there is none
 */
public record LogLine(Instant time, Grade grade, String source, String words, String details) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
          .withZone(ZoneId.systemDefault());
  private static final SimpleFormatter WORDS = new SimpleFormatter();

  /** How much it matters. */
  public enum Grade {
    NOTE("Note"),
    WARNING("Warning"),
    ERROR("Error");

    private final String words;

    Grade(String words) {
      this.words = words;
    }

    /** As a user reads it. */
    public String words() {
      return words;
    }

    static Grade of(Level level) {
      if (level.intValue() >= Level.SEVERE.intValue()) {
        return ERROR;
      }
      return level.intValue() >= Level.WARNING.intValue() ? WARNING : NOTE;
    }
  }

  static LogLine of(LogRecord record) {
    String logger = record.getLoggerName() == null ? "" : record.getLoggerName();
    return new LogLine(
        record.getInstant(),
        Grade.of(record.getLevel()),
        logger.substring(logger.lastIndexOf('.') + 1),
        WORDS.formatMessage(record).strip(),
        record.getThrown() == null ? "" : trace(record.getThrown()));
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  /** When, in local time. */
  public String clock() {
    return CLOCK.format(time);
  }

  /** All of it, as it is copied. */
  public String text() {
    String line = String.join("  ", clock(), grade.words(), source, words);
    return details.isEmpty() ? line : line + System.lineSeparator() + details.strip();
  }
}
