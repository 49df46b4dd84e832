package io.makerbench.evaluate;

import io.makerbench.config.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of text under named columns, written and read as CSV (RFC 4180 with line feeds).
 *
 * @param columns names of the columns, in snake case
 * @param rows one text per column each
 */
public record Table(List<String> columns, List<List<String>> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The table as CSV, header first; texts with a comma, quote or line break are quoted. */
  public String toCsv() {
    StringBuilder out = new StringBuilder(line(columns));
    rows.forEach(row -> out.append(line(row)));
    return out.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Table::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /**
   * Reads what {@link #toCsv} wrote, also after a spreadsheet changed its line ends.
   *
   * @param origin what to call the text in messages
   * @throws InputException naming the row that has too few or too many cells
   */
  public static Table parse(String csv, String origin) {
    List<List<String>> lines = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
        if (doubled) {
          cell.append(csv.charAt(++i));
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (c == ',' || c == '\n')) {
        cells.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          lines.add(cells);
          cells = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    if (!cells.isEmpty() || !cell.isEmpty()) {
      cells.add(cell.toString());
      lines.add(cells);
    }
    return checked(lines, origin);
  }

  private static Table checked(List<List<String>> lines, String origin) {
    if (lines.isEmpty()) {
      throw new InputException("The table " + origin + " is empty; a header line is expected.");
    }
    int width = lines.getFirst().size();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).size() != width) {
        throw new InputException(
            "Row %d of the table %s has %d cells where its header has %d."
                .formatted(i + 1, origin, lines.get(i).size(), width));
      }
    }
    return new Table(lines.getFirst(), lines.subList(1, lines.size()));
  }
}
