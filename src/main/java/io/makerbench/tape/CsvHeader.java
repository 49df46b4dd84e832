package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recognises a CSV recording by its header and its first row. */
final class CsvHeader {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** A hundred levels a side have headers of 10 KiB. */
  private static final int LONGEST_HEADER = 1 << 16;

  private CsvHeader() {}

  /**
   * Recognises a file.
   *
   * @throws InputException when it is empty, foreign or lacks columns
   */
  static RecordingFile recognise(Path path) {
    try (LineBlocks blocks = new LineBlocks(path)) {
      if (!blocks.next()) {
        throw new InputException(path + " is empty.");
      }
      int length = Math.min(blocks.length(), 2 * LONGEST_HEADER);
      String text = new String(blocks.bytes(), 0, length, StandardCharsets.UTF_8);
      List<String> lines = text.lines().limit(2).toList();
      String header = lines.getFirst();
      if (header.isBlank()) {
        throw new InputException(path + " is empty.");
      }
      if (header.length() > LONGEST_HEADER) {
        throw new InputException(
            path + ", line 1: this is no header of a recording; it is too long.");
      }
      Map<String, String> columns = columns(path, header);
      if (lines.size() < 2 || lines.get(1).isEmpty()) {
        throw new InputException(path + ", line 2: there are no rows below the header.");
      }
      Map<String, String> row = row(columns, lines.get(1));
      return RecordingFile.recognise(path, RecordingFile.Format.CSV, columns, row);
    }
  }

  private static Map<String, String> columns(Path path, String header) {
    String line = header.startsWith(BYTE_ORDER_MARK) ? header.substring(1) : header;
    Map<String, String> columns = new LinkedHashMap<>();
    for (String name : line.split(",", -1)) {
      if (columns.put(name.strip(), "") != null) {
        throw new InputException(path + ", line 1: the column " + name + " occurs twice.");
      }
    }
    return columns;
  }

  private static Map<String, String> row(Map<String, String> columns, String line) {
    String[] values = line.split(",", -1);
    Map<String, String> row = new HashMap<>();
    int index = 0;
    for (String name : columns.keySet()) {
      row.put(name, index < values.length ? values[index] : "");
      index++;
    }
    return row;
  }
}
