package io.makerbench.report;

import io.makerbench.config.Json;
import io.makerbench.evaluate.Table;
import io.makerbench.storage.WholeFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report in the formats people take away. The same input gives the same bytes. */
public final class Report {
  private Report() {}

  /**
   * Writes a report into a folder, replacing older files of the same name.
   *
   * @return the files written, the page first
   */
  public static List<Path> write(ReportInput input, Path folder, Set<ReportFormat> formats) {
    List<Path> files = new ArrayList<>();
    if (formats.contains(ReportFormat.HTML)) {
      files.add(file(folder.resolve("report.html"), html(input)));
    }
    if (formats.contains(ReportFormat.PDF)) {
      files.add(PdfReport.write(folder.resolve("report.pdf"), input));
    }
    if (formats.contains(ReportFormat.CSV)) {
      for (Map.Entry<String, Table> table : ReportTables.of(input).entrySet()) {
        Path path = folder.resolve("csv").resolve(table.getKey() + ".csv");
        files.add(file(path, table.getValue().toCsv()));
      }
    }
    if (formats.contains(ReportFormat.SVG)) {
      for (Map.Entry<String, String> chart : HtmlReport.charts(input).entrySet()) {
        files.add(file(folder.resolve("charts").resolve(chart.getKey()), chart.getValue()));
      }
    }
    if (formats.contains(ReportFormat.PNG)) {
      HtmlReport.pictures(input)
          .forEach(
              (name, picture) -> files.add(picture.write(folder.resolve("charts").resolve(name))));
    }
    if (formats.contains(ReportFormat.JSON)) {
      files.add(file(folder.resolve("report.json"), json(input)));
    }
    return files;
  }

  private static Path file(Path path, String text) {
    WholeFile.write(path, text);
    return path;
  }

  /** The report as one self-contained page. */
  public static String html(ReportInput input) {
    return HtmlReport.render(input);
  }

  /** Title, command, configuration, facts, notes, and every table as a list of objects. */
  static String json(ReportInput input) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("title", input.title()).put("agent", input.agent()).put("command", input.command());
    root.put("trials", input.trials());
    root.set("config", Json.parse(input.configJson(), "The configuration of the report"));
    ObjectNode facts = root.putObject("facts");
    input.facts().forEach(facts::put);
    ArrayNode notes = root.putArray("notes");
    input.notes().forEach(notes::add);
    ObjectNode tables = root.putObject("tables");
    for (Map.Entry<String, Table> entry : ReportTables.of(input).entrySet()) {
      fill(tables.putArray(entry.getKey()), entry.getValue());
    }
    return Json.write(root);
  }

  private static void fill(ArrayNode array, Table table) {
    for (List<String> row : table.rows()) {
      ObjectNode object = array.addObject();
      for (int c = 0; c < row.size(); c++) {
        put(object, table.columns().get(c), row.get(c));
      }
    }
  }

  /** Numbers as numbers, what is not defined as null, all else as text. */
  private static void put(ObjectNode object, String key, String cell) {
    if (cell.equals("NaN")) {
      object.putNull(key);
    } else if (cell.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?")) {
      object.put(key, new BigDecimal(cell));
    } else {
      object.put(key, cell);
    }
  }
}
