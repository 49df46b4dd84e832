package io.makerbench.workbench.monitor;

import io.makerbench.workbench.plot.Curve;
import io.makerbench.workbench.plot.Look;
import io.makerbench.workbench.plot.Points;
import io.makerbench.workbench.plot.Range;

/** A curve by steps, drawn over the seconds of its run's work. */
record TimedCurve(Curve bySteps, RunClock clock) implements Curve {
  @Override
  public String name() {
    return bySteps.name();
  }

  @Override
  public int colour() {
    return bySteps.colour();
  }

  @Override
  public Look look() {
    return bySteps.look();
  }

  @Override
  public Range domain() {
    Range steps = bySteps.domain();
    return steps.isEmpty() || !clock.isKnown()
        ? Range.EMPTY
        : new Range(clock.secondsAt(steps.min()), clock.secondsAt(steps.max()));
  }

  @Override
  public Points points(Range seconds, int most) {
    if (!clock.isKnown()) {
      return Points.NONE;
    }
    Range steps = new Range(clock.stepAt(seconds.min()), clock.stepAt(seconds.max()));
    Points points = bySteps.points(steps, most);
    for (int i = 0; i < points.size(); i++) {
      points.x()[i] = clock.secondsAt(points.x()[i]);
    }
    return points;
  }
}
