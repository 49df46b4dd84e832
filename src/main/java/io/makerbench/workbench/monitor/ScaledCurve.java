package io.makerbench.workbench.monitor;

import io.makerbench.workbench.plot.Curve;
import io.makerbench.workbench.plot.Look;
import io.makerbench.workbench.plot.Points;
import io.makerbench.workbench.plot.Range;

/** A curve by steps, drawn over the seconds of its run's work or its episodes. */
record ScaledCurve(Curve bySteps, StepScale scale) implements Curve {
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
    return steps.isEmpty() || !scale.isKnown()
        ? Range.EMPTY
        : new Range(scale.placeOf(steps.min()), scale.placeOf(steps.max()));
  }

  @Override
  public Points points(Range places, int most) {
    if (!scale.isKnown()) {
      return Points.NONE;
    }
    Range steps = new Range(scale.stepAt(places.min()), scale.stepAt(places.max()));
    Points points = bySteps.points(steps, most);
    for (int i = 0; i < points.size(); i++) {
      points.x()[i] = scale.placeOf(points.x()[i]);
    }
    return points;
  }
}
