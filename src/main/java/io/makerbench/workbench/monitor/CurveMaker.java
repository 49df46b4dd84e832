package io.makerbench.workbench.monitor;

import io.makerbench.learn.watch.Finding;
import io.makerbench.workbench.panel.RunLooks;
import io.makerbench.workbench.plot.Curve;
import io.makerbench.workbench.plot.Look;
import io.makerbench.workbench.plot.Mark;
import io.makerbench.workbench.plot.Series;
import io.makerbench.workbench.plot.ShareCurve;
import io.makerbench.workbench.plot.SmoothedCurve;
import java.util.ArrayList;
import java.util.List;

/**
 * The curves and marks of a chart. A run alone has a colour for each figure; of several runs each
 * has its own, the same as in every table.
 *
 * @param weight of the past in smoothing
 */
record CurveMaker(Overlay overlay, RunLooks looks, CurveOptions.Across across, double weight) {
  /** More options than there are colours are drawn as rows of strength. */
  private static final int MOST_LAYERS = 7;

  /**
   * Runs whose measured values are drawn behind their lines; of more, those of the one in front.
   */
  private static final int MOST_BANDS = 3;

  /** The number of the colour in which strength is drawn. */
  private static final int HEAT_COLOUR = 0;

  /**
   * The curves of some lines.
   *
   * @param firstColour of a run alone
   */
  List<Curve> curves(Chart chart, List<Chart.Line> lines, int firstColour) {
    if (chart.kind() == Chart.Kind.SHARES) {
      return shares(lines);
    }
    double kept = chart.kind() == Chart.Kind.EXACT ? 0 : weight;
    List<Curve> curves = new ArrayList<>();
    for (LiveRun run : overlay.runs()) {
      for (int i = 0; i < lines.size(); i++) {
        Chart.Line line = lines.get(i);
        if (overlay.isOne() || run.metrics().has(line.key())) {
          Series series = run.metrics().series(line.key());
          curves.add(
              overlay.isOne()
                  ? timed(
                      run, new SmoothedCurve(line.name(), firstColour + i, Look.LINE, series, kept))
                  : timed(run, ofSeveral(run, line.name(), i, lines.size(), series, kept)));
        }
      }
    }
    return curves;
  }

  private Curve ofSeveral(
      LiveRun run, String line, int place, int lines, Series series, double kept) {
    String name = lines == 1 ? overlay.name(run) : overlay.name(run) + ", " + line;
    boolean banded = run == overlay.front() || overlay.runs().size() <= MOST_BANDS;
    Look look = place > 0 ? Look.DASHED : banded ? Look.LINE : Look.BARE;
    return new SmoothedCurve(name, looks.colour(run.folder().name()), look, series, kept);
  }

  private List<Curve> shares(List<Chart.Line> lines) {
    LiveRun run = overlay.front();
    List<Series> all = lines.stream().map(line -> run.metrics().series(line.key())).toList();
    Look look = isHeat(lines) ? Look.HEAT : Look.AREA;
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int colour = look == Look.HEAT ? HEAT_COLOUR : i;
      curves.add(timed(run, new ShareCurve(lines.get(i).name(), colour, look, i, all)));
    }
    return curves;
  }

  static boolean isHeat(List<Chart.Line> lines) {
    return lines.size() > MOST_LAYERS;
  }

  private Curve timed(LiveRun run, Curve curve) {
    return across == CurveOptions.Across.STEPS ? curve : new TimedCurve(curve, run.clock());
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
    return across == CurveOptions.Across.STEPS ? step : run.clock().secondsAt(step);
  }
}
