package io.makerbench.cli;

import io.makerbench.tape.ImportReport;
import io.makerbench.tape.TapeHeader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Says in the terminal what an import did. */
record ImportedLines(PrintWriter text) {
  void print(ImportReport report, Path tape) {
    text.printf("%-10s %12s %12s %12s%n", "table", "rows read", "written", "dropped");
    for (ImportReport.Rows rows : report.tables()) {
      text.printf(
          "%-10s %,12d %,12d %,12d%n", rows.table(), rows.read(), rows.written(), rows.dropped());
    }
    List<TapeHeader.Finding> findings = report.header().findings();
    text.println(findings.isEmpty() ? "No defects found." : "Findings:");
    for (TapeHeader.Finding finding : findings) {
      text.printf(
          "  %s (%s): %,d. First: %s. %s%n",
          finding.kind(), finding.table(), finding.count(), finding.first(), finding.action());
    }
    text.println(tape);
    text.flush();
  }
}
