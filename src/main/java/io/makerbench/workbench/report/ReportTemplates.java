package io.makerbench.workbench.report;

import io.makerbench.report.ReportFormat;
import io.makerbench.report.ReportPart;
import io.makerbench.storage.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Choices of parts and formats under a name: a few of ours, and a user's own, kept in a file. */
final class ReportTemplates {
  private static final Logger LOG = LoggerFactory.getLogger(ReportTemplates.class);

  /**
   * One choice.
   *
   * @param parts parts of the report
   * @param formats what it is saved as
   */
  record Template(Set<ReportPart> parts, Set<ReportFormat> formats) {}

  private final Path file;
  private final SequencedMap<String, Template> own;

  ReportTemplates(Path file) {
    this.file = file;
    own = read(file);
  }

  private static SequencedMap<String, Template> read(Path file) {
    try {
      return Files.exists(file)
          ? JsonMapper.shared()
              .readValue(
                  Files.readString(file), new TypeReference<LinkedHashMap<String, Template>>() {})
          : new LinkedHashMap<>();
    } catch (IOException | JacksonException damaged) {
      LOG.warn("The report templates in {} cannot be read; they begin anew.", file, damaged);
      return new LinkedHashMap<>();
    }
  }

  /** Those every user has. */
  static SequencedMap<String, Template> ours() {
    SequencedMap<String, Template> ours = new LinkedHashMap<>();
    ours.put(
        "Everything",
        new Template(EnumSet.allOf(ReportPart.class), EnumSet.allOf(ReportFormat.class)));
    ours.put(
        "Summary",
        new Template(
            EnumSet.of(ReportPart.RESULT, ReportPart.OVER_TIME, ReportPart.METRICS),
            EnumSet.of(ReportFormat.HTML, ReportFormat.PDF)));
    ours.put(
        "Tearsheet",
        new Template(
            EnumSet.of(
                ReportPart.RESULT,
                ReportPart.OVER_TIME,
                ReportPart.PROFIT,
                ReportPart.RISK,
                ReportPart.METRICS,
                ReportPart.MARKOUTS,
                ReportPart.QUOTING,
                ReportPart.RUN),
            EnumSet.of(ReportFormat.HTML, ReportFormat.PDF, ReportFormat.CSV)));
    return ours;
  }

  /** The user's own, in the order in which they were saved. */
  SequencedMap<String, Template> own() {
    return Collections.unmodifiableSequencedMap(own);
  }

  /** Keeps a choice; one of the same name is replaced. */
  void save(String name, Template template) {
    own.put(name, template);
    write();
  }

  void forget(String name) {
    own.remove(name);
    write();
  }

  private void write() {
    WholeFile.write(
        file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(own) + "\n");
  }
}
