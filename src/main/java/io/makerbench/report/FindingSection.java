package io.makerbench.report;

import io.makerbench.evaluate.Table;
import io.makerbench.learn.watch.Finding;
import java.util.List;

/** What was found while training, with what to change. */
final class FindingSection {
  private final List<Finding> findings;

  FindingSection(List<Finding> findings) {
    this.findings = findings;
  }

  void write(Page page) {
    if (findings.isEmpty()) {
      return;
    }
    page.section(
        "findings",
        "What training showed",
        "A danger puts in doubt what was learnt; advice would have made it learn better.");
    page.markup().open("div", "class", "words");
    page.table(List.of("Step", "", "What", "Seen", "What to change"), table(findings));
    page.markup().close();
    page.end();
  }

  static Table table(List<Finding> findings) {
    return new Table(
        List.of("step", "severity", "kind", "seen", "advice"),
        findings.stream()
            .map(finding ->
                List.of(
                    Long.toString(finding.step()),
                    finding.severity().toString(),
                    finding.kind().title(),
                    finding.seen(),
                    finding.advice()))
            .toList());
  }
}
