package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.learn.watch.Finding;
import io.makerbench.learn.watch.FindingKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What was found in a training, as its folder keeps it: a JSON object a line. */
public final class Findings {
  private static final JsonMapper LINES = JsonMapper.shared();

  private Findings() {}

  /** A finding as a line of the file. */
  static String line(Finding finding) {
    return LINES.writeValueAsString(
            JsonNodeFactory.instance
                .objectNode()
                .put("step", finding.step())
                .put("since", finding.since())
                .put("kind", finding.kind().toString())
                .put("severity", finding.severity().toString())
                .put("seen", finding.seen())
                .put("advice", finding.advice()))
        + "\n";
  }

  /**
   * Reads a file; a missing one holds none. A last line that is cut off is left out.
   *
   * @throws InputException when it is damaged
   */
  public static List<Finding> read(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      String text = Files.readString(file);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      List<Finding> all = new ArrayList<>();
      whole.lines().forEach(line -> all.add(of(LINES.readTree(line), file)));
      return all;
    } catch (IOException e) {
      throw new InputException("The file " + file + " cannot be read: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new InputException(file + " is damaged: " + e.getOriginalMessage() + ".", e);
    }
  }

  private static Finding of(JsonNode line, Path file) {
    String kind = line.path("kind").asString("");
    return new Finding(
        line.path("step").asLong(0),
        line.path("since").asLong(0),
        FindingKind.of(kind)
            .orElseThrow(
                () -> new InputException(file + " is damaged: it names a finding " + kind + ".")),
        line.path("seen").asString(""),
        line.path("advice").asString(""));
  }
}
