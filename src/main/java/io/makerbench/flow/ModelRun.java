package io.makerbench.flow;

/** Lets a market go on by itself while an observer samples it. */
final class ModelRun {
  private ModelRun() {}

  /** Runs a market from its present instant for a time in seconds. */
  static void observe(SimulatedFlow flow, double seconds, FlowObserver observer) {
    double start = flow.seconds();
    long samples = Math.round(seconds / FlowObserver.SAMPLE_SECONDS);
    observer.state(start, flow);
    observer.sample(start, flow);
    for (long i = 1; i <= samples; i++) {
      flow.advance(start + i * FlowObserver.SAMPLE_SECONDS, observer);
      observer.sample(flow.seconds(), flow);
    }
  }
}
