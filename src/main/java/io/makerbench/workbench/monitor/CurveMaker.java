package io.makerbench.workbench.monitor;

import io.makerbench.learn.watch.Finding;
import io.makerbench.workbench.panel.RunLooks;
import io.makerbench.workbench.plot.Curve;
import io.makerbench.workbench.plot.Look;
import io.makerbench.workbench.plot.Mark;
import io.makerbench.workbench.plot.MeanCurve;
import io.makerbench.workbench.plot.Series;
import io.makerbench.workbench.plot.ShareCurve;
import io.makerbench.workbench.plot.SmoothedCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The curves and marks of a chart. A run alone has a colour for each figure; of several runs each
 * has its own, the same as in every table.
 *
 * @param weight of the past in smoothing
 * @param means whether seeds of one configuration are drawn as their mean
 */
record CurveMaker(
    Overlay overlay, RunLooks looks, CurveOptions.Across across, double weight, boolean means) {
  /** More options than there are colours are drawn as rows of strength. */
  private static final int MOST_LAYERS = 7;

  /**
   * Runs whose measured values are drawn behind their lines; of more, those of the one in front.
   */
  private static final int MOST_BANDS = 3;

  /** The number of the colour in which strength is drawn. */
  private static final int HEAT_COLOUR = 0;

  /**
   * The curves of a chart.
   *
   * @param firstColour of a run alone
   */
  List<Curve> curves(DrawnRow.Drawn drawn, int firstColour) {
    List<Chart.Line> lines = drawn.lines();
    if (drawn.isShares()) {
      return shares(drawn.run(), lines);
    }
    double kept = drawn.chart().kind() == Chart.Kind.EXACT ? 0 : weight;
    if (overlay.isOne()) {
      return ofOne(lines, firstColour, kept);
    }
    List<Curve> curves = new ArrayList<>();
    for (SeedGroup group : means ? overlay.groups() : List.<SeedGroup>of()) {
      for (int i = 0; group.isSeveral() && i < lines.size(); i++) {
        ofSeeds(group, lines.get(i), lines.size(), kept).ifPresent(curves::add);
      }
    }
    for (LiveRun run : alone()) {
      for (int i = 0; i < lines.size(); i++) {
        Chart.Line line = lines.get(i);
        if (run.metrics().has(line.key())) {
          Series series = run.metrics().series(line.key());
          curves.add(scaled(run, ofSeveral(run, line.name(), i, lines.size(), series, kept)));
        }
      }
    }
    return curves;
  }

  private List<Curve> ofOne(List<Chart.Line> lines, int firstColour, double kept) {
    LiveRun run = overlay.front();
    List<Curve> curves = new ArrayList<>();
    for (Chart.Line line : lines) {
      Series series = run.metrics().series(line.key());
      int colour = firstColour + curves.size();
      curves.add(scaled(run, new SmoothedCurve(line.name(), colour, Look.LINE, series, kept)));
    }
    return curves;
  }

  /** The runs that are drawn as they are. */
  private List<LiveRun> alone() {
    return means
        ? overlay.groups().stream().filter(g -> !g.isSeveral()).map(SeedGroup::first).toList()
        : overlay.runs();
  }

  /** The mean of the seeds of a configuration; none where no run has the figure. */
  private Optional<Curve> ofSeeds(SeedGroup group, Chart.Line line, int lines, double kept) {
    List<Curve> members =
        group.runs().stream()
            .filter(run -> run.metrics().has(line.key()))
            .map(run -> scaled(run, smooth(line.name(), run.metrics().series(line.key()), kept)))
            .toList();
    String name = overlay.name(group);
    int colour = looks.colour(group.first().folder().name());
    return members.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MeanCurve(lines == 1 ? name : name + ", " + line.name(), colour, members));
  }

  private static Curve smooth(String name, Series series, double kept) {
    return new SmoothedCurve(name, 0, Look.BARE, series, kept);
  }

  private Curve ofSeveral(
      LiveRun run, String line, int place, int lines, Series series, double kept) {
    String name = lines == 1 ? overlay.name(run) : overlay.name(run) + ", " + line;
    boolean banded = run == overlay.front() || overlay.runs().size() <= MOST_BANDS;
    Look look = place > 0 ? Look.DASHED : banded ? Look.LINE : Look.BARE;
    return new SmoothedCurve(name, looks.colour(run.folder().name()), look, series, kept);
  }

  /** How the actions of one run spread. */
  private List<Curve> shares(LiveRun run, List<Chart.Line> lines) {
    List<Series> all = lines.stream().map(line -> run.metrics().series(line.key())).toList();
    Look look = isHeat(lines) ? Look.HEAT : Look.AREA;
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int colour = look == Look.HEAT ? HEAT_COLOUR : i;
      curves.add(scaled(run, new ShareCurve(lines.get(i).name(), colour, look, i, all)));
    }
    return curves;
  }

  static boolean isHeat(List<Chart.Line> lines) {
    return lines.size() > MOST_LAYERS;
  }

  private Curve scaled(LiveRun run, Curve curve) {
    return across == CurveOptions.Across.STEPS
        ? curve
        : new ScaledCurve(curve, across.scale(run.metrics()));
  }

  /** Which curves are of a run, or of the seeds it stands for. */
  Predicate<Curve> ofRun(LiveRun run) {
    String name =
        overlay.groups().stream()
            .filter(group -> means && group.first() == run)
            .map(overlay::name)
            .findFirst()
            .orElseGet(() -> overlay.name(run));
    return curve -> curve.name().equals(name) || curve.name().startsWith(name + ", ");
  }

  /** Where something was found that shows in these lines. */
  List<Mark> marks(List<Chart.Line> lines) {
    List<Mark> marks = new ArrayList<>();
    for (LiveRun run : overlay.runs()) {
      for (Finding finding : run.warnings()) {
        if (FindingMarks.showsIn(finding.kind(), lines)) {
          marks.add(mark(run, finding));
        }
      }
    }
    return marks;
  }

  private Mark mark(LiveRun run, Finding finding) {
    String words = finding.kind().title() + ". " + finding.message();
    return new Mark(
        place(run, finding.step()),
        overlay.isOne() ? words : overlay.name(run) + ": " + words,
        finding.severity().toString());
  }

  /** Where a step of a run lies on the x axis. */
  double place(LiveRun run, double step) {
    return across == CurveOptions.Across.STEPS ? step : across.scale(run.metrics()).placeOf(step);
  }
}
