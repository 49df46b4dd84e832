package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.env.Episode;
import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Metrics;
import io.makerbench.learn.watch.Finding;
import io.makerbench.report.Curve;
import io.makerbench.report.ReportInput;
import io.makerbench.report.ReportPart;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a report on several runs together is made from. */
final class SeveralRuns {
  private final List<RunFolder> runs;
  private final EvaluatedRuns evaluated;
  private final List<String> notes = new ArrayList<>();

  SeveralRuns(List<RunFolder> runs, EvaluatedRuns evaluated) {
    this.runs = runs;
    this.evaluated = evaluated;
  }

  ReportInput input() {
    Comparison comparison = comparison();
    runs.stream().map(Reports::written).filter(text -> !text.isEmpty()).forEach(notes::add);
    return new ReportInput(
        runs.stream().map(run -> run.stored().label()).distinct().collect(Collectors.joining(", ")),
        evaluated.names().getFirst(),
        runs.stream()
            .map(run -> "makerbench run " + run.config() + " --out FOLDER")
            .collect(Collectors.joining("\n")),
        configurations(),
        facts(),
        curves(),
        findings(),
        evaluated.passages().stream().map(this::episode).toList(),
        evaluated.passages().stream().map(this::named).toList(),
        List.of(),
        comparison,
        null,
        runs.stream().mapToInt(run -> Math.max(1, run.stored().trials())).max().orElse(1),
        notes,
        EnumSet.allOf(ReportPart.class));
  }

  private @Nullable Comparison comparison() {
    List<String> names = evaluated.names();
    try {
      return names.size() < 2
          ? null
          : evaluated.compare(names.getFirst(), names.subList(1, names.size()));
    } catch (InputException notComparable) {
      notes.add(String.valueOf(notComparable.getMessage()));
      return null;
    }
  }

  private String configurations() {
    ObjectNode all = JsonMapper.shared().createObjectNode();
    runs.forEach(run -> all.set(run.name(), run.readConfig()));
    return Json.write(all);
  }

  private SequencedMap<String, String> facts() {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    for (RunFolder run : runs) {
      Reports.facts(run).forEach((name, value) -> facts.put(run.name() + " · " + name, value));
    }
    return facts;
  }

  private List<Curve> curves() {
    List<Curve> curves = new ArrayList<>();
    for (RunFolder run : runs) {
      for (Curve curve : Reports.curves(MetricsTable.read(run.metrics()))) {
        String own = run.name() + " ";
        curves.add(new Curve(own + curve.name(), own + curve.label(), curve.step(), curve.value()));
      }
    }
    return curves;
  }

  private List<Finding> findings() {
    return runs.stream().flatMap(run -> Findings.read(run.warnings()).stream()).toList();
  }

  /** Windows of several seeds are told apart by the seed. */
  private String window(EvaluatedRuns.Passage passage) {
    String window = passage.metrics().window();
    return evaluated.seeds().size() == 1 ? window : window + " seed " + passage.seed();
  }

  private Metrics named(EvaluatedRuns.Passage passage) {
    Metrics m = passage.metrics();
    return new Metrics(m.policy(), window(passage), m.fillRule(), m.values());
  }

  private Episode episode(EvaluatedRuns.Passage passage) {
    Metrics m = passage.metrics();
    String policy =
        evaluated.policies().stream()
            .filter(p -> p.name().equals(m.policy()))
            .map(EvaluatedRuns.Policy::policy)
            .findFirst()
            .orElseThrow();
    Episode e = new EvaluationStore(passage.run().evaluation()).episode(policy, m.window());
    return e.named(m.policy(), window(passage));
  }
}
