package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in our words where a file could not be read; DuckDB's own words name SQL options. */
final class CsvErrors {
  private static final Pattern LINE = Pattern.compile("CSV Error on Line: (\\d+)");
  private static final Pattern CONVERSION =
      Pattern.compile(
          "Error when converting column \"(.+?)\"\\. Could not convert string \"(.*?)\" to '(\\w+)'",
          Pattern.DOTALL);
  private static final Pattern WIDTH =
      Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");

  private CsvErrors() {}

  static InputException explain(RecordingFile file, SQLException e) {
    String message = String.valueOf(e.getMessage());
    Matcher line = LINE.matcher(message);
    String place = file.path() + (line.find() ? ", line " + line.group(1) : "");
    Matcher conversion = CONVERSION.matcher(message);
    if (conversion.find()) {
      return new InputException(
          place
              + ", column "
              + conversion.group(1)
              + ": '"
              + conversion.group(2)
              + "' is not "
              + kind(conversion.group(3))
              + ".",
          e);
    }
    Matcher width = WIDTH.matcher(message);
    if (width.find()) {
      return new InputException(
          place
              + ", column "
              + (1 + Math.min(Integer.parseInt(width.group(1)), Integer.parseInt(width.group(2))))
              + ": the row has "
              + width.group(2)
              + " columns where the header has "
              + width.group(1)
              + "; the file is damaged or cut off.",
          e);
    }
    return new InputException(
        place + ": the file cannot be read (" + RecordingReader.firstLine(e) + ").", e);
  }

  private static String kind(String type) {
    return switch (type) {
      case "BIGINT" -> "a whole number of 64 bits";
      case "DOUBLE" -> "a number";
      case "BOOLEAN" -> "true or false";
      default -> type;
    };
  }
}
