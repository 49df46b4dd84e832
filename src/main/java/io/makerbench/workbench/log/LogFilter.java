package io.makerbench.workbench.log;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * Which lines of the log are shown.
 *
 * @param least those that matter less are not
 * @param words each of them stands somewhere in the line, whatever its case
 */
record LogFilter(LogLine.Grade least, String words) implements Predicate<LogLine> {
  @Override
  public boolean test(LogLine line) {
    if (line.grade().compareTo(least) < 0) {
      return false;
    }
    String text = line.text().toLowerCase(Locale.ROOT);
    for (String word : words.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
