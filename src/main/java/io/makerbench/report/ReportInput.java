package io.makerbench.report;

import io.makerbench.env.Episode;
import io.makerbench.evaluate.CloneEvaluation;
import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.MarketMetrics;
import io.makerbench.evaluate.Metrics;
import io.makerbench.learn.watch.Finding;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a report is made from; the same input gives the same bytes.
 *
 * @param title heading
 * @param agent name of the policy the report is about
 * @param command command line that repeats the run
 * @param configJson complete configuration as JSON text
 * @param facts facts of the run in the order they are shown: versions, seed, machine, times
 * @param curves what was followed in training; empty when nothing was trained
 * @param findings what was found in training, in order
 * @param episodes passages of all policies through all windows, in any order; may lack windows
 * @param metrics metrics of every policy and window; policies are shown in this order
 * @param markets the same by market, where policies acted in several at once; empty else
 * @param comparison paired statistics; null when there was nothing to compare with
 * @param cloneEvaluation a clone held against its expert; null where none was
 * @param trials evaluations made on these windows so far, at least 1; deflates the Sharpe ratio
 * @param notes remarks shown near the top
 * @param parts parts that are shown, in the order of their declaration
 */
public record ReportInput(
    String title,
    String agent,
    String command,
    String configJson,
    SequencedMap<String, String> facts,
    List<Curve> curves,
    List<Finding> findings,
    List<Episode> episodes,
    List<Metrics> metrics,
    List<MarketMetrics> markets,
    @Nullable Comparison comparison,
    @Nullable CloneEvaluation cloneEvaluation,
    int trials,
    List<String> notes,
    Set<ReportPart> parts) {
  /** The same with these parts alone. */
  public ReportInput withParts(Set<ReportPart> wanted) {
    return with(notes, wanted);
  }

  /** The same with a remark before the notes; an empty one changes nothing. */
  public ReportInput withRemark(String remark) {
    return remark.isBlank()
        ? this
        : with(Stream.concat(Stream.of(remark.strip()), notes.stream()).toList(), parts);
  }

  private ReportInput with(List<String> newNotes, Set<ReportPart> wanted) {
    return new ReportInput(
        title,
        agent,
        command,
        configJson,
        facts,
        curves,
        findings,
        episodes,
        metrics,
        markets,
        comparison,
        cloneEvaluation,
        trials,
        newNotes,
        wanted);
  }

  boolean has(ReportPart part) {
    return parts.contains(part);
  }
}
