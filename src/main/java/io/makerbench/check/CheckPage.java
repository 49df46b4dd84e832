package io.makerbench.check;

import java.util.ArrayList;
import java.util.List;

/** The findings of checks as a page of Markdown. */
public final class CheckPage {
  private static final String HEAD =
      """
      # What the learners are checked on

      Every figure on this page was measured by `makerbench check learning --out docs/learning.md`,
      which trains each learner by its configuration in `configs/` and writes this page anew. A score
      is the mean of the greedy policy over episodes it did not learn from; beside it stand the ticks
      it had learned from by then, of those it may (epochs, where it imitates). Profits are in quote
      currency and less that of doing nothing, which is 0, on the same windows; their interval is that
      of the mean over seeds. Who imitates has the controls of its expert, trained first by the same
      seed. Doing nothing is judged in every learner's markets beside it, to the last order.
      [Why these checks](decisions/0021-what-learners-are-checked-on.md).

      | check | learner | expected | found, seed by seed | holds |
      |---|---|---|---|---|
      """;

  private final List<String> rows = new ArrayList<>();

  /** Adds a row. */
  public void add(Check check, Finding finding) {
    rows.add(
        "| %s | %s | %s | %s | %s |\n"
            .formatted(
                check.name(),
                check.learner(),
                check.expectation(),
                finding.measured(),
                finding.holds() ? "yes" : "**no**"));
  }

  /** The whole page. */
  public String markdown() {
    return HEAD + String.join("", rows);
  }
}
