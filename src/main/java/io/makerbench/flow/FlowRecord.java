package io.makerbench.flow;

import java.util.List;

/** All that is measured of a flow as it goes by, in bounded memory. */
final class FlowRecord {
  final VolatilityEstimator volatility = new VolatilityEstimator();
  final FillIntensityEstimator intensity = new FillIntensityEstimator();
  final Arrivals.Recorder arrivals = new Arrivals.Recorder();
  final RestingFlowEstimator resting = new RestingFlowEstimator();
  final QueueEstimator queues = new QueueEstimator();
  final FactsRecorder facts = new FactsRecorder();
  private final LastMid lastMid = new LastMid();

  /** What the flow is to be told to. */
  FlowObserver observer() {
    return new Observers(List.of(volatility, intensity, arrivals, resting, queues, facts, lastMid));
  }

  /** Last middle price, ticks. */
  double mid() {
    return lastMid.mid;
  }

  private static final class LastMid implements FlowObserver {
    private double mid;

    @Override
    public void state(double seconds, BookView now) {
      mid = now.mid();
    }
  }
}
