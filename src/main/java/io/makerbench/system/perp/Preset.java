package io.makerbench.system.perp;

import io.makerbench.system.perp.Randomisation.Books;
import io.makerbench.system.perp.Randomisation.Events;
import io.makerbench.system.perp.Randomisation.Fees;
import io.makerbench.system.perp.Randomisation.Funding;
import io.makerbench.system.perp.Randomisation.Start;
import io.makerbench.system.perp.Randomisation.Volatility;

/** How much episodes differ from each other. */
public enum Preset {
  /** Nothing but the noise of the mids differs. */
  DETERMINISTIC(
      new Randomisation(
          new Fees(Range.only(2), Range.only(5), Range.only(0)),
          new Books(
              Range.only(1),
              Range.only(0),
              Range.only(0.01),
              Range.only(0.001),
              Range.only(10_000)),
          new Funding(Range.only(0), 0, 0),
          new Volatility(Range.only(0.028), Range.only(0.2), Range.only(0.05), 0, 1),
          new Events(0, Range.only(0), 0, Range.only(0), 0, 1),
          new Start(Range.only(0), Range.only(300)))),
  /** Some of everything. */
  MILD(
      new Randomisation(
          new Fees(new Range(1.5, 2.5), new Range(4, 6), new Range(0, 0.5)),
          new Books(
              new Range(0.9, 1.2),
              Range.around(0.05),
              new Range(0.008, 0.015),
              new Range(0.0008, 0.0015),
              new Range(8_000, 15_000)),
          new Funding(Range.around(0.002), 0.02, 0.01),
          new Volatility(
              new Range(0.02, 0.035), new Range(0.15, 0.25), new Range(0.04, 0.06), 0.05, 1.5),
          new Events(0.0005, new Range(3, 10), 0.01 / 1000, new Range(20, 100), 0.002, 0.4),
          new Start(Range.around(5), new Range(250, 350)))),
  /** Much of everything. */
  FULL(
      new Randomisation(
          new Fees(new Range(0.5, 3), new Range(2, 7), new Range(0, 1)),
          new Books(
              new Range(0.8, 1.5),
              Range.around(0.1),
              new Range(0.005, 0.02),
              new Range(0.0005, 0.002),
              new Range(5_000, 20_000)),
          new Funding(Range.around(0.005), 0.05, 0.02),
          new Volatility(
              new Range(0.015, 0.045), new Range(0.1, 0.3), new Range(0.03, 0.08), 0.1, 2),
          new Events(0.001, new Range(5, 20), 0.02 / 1000, new Range(50, 200), 0.005, 0.2),
          new Start(Range.around(10), new Range(200, 400))));

  private final Randomisation randomisation;

  Preset(Randomisation randomisation) {
    this.randomisation = randomisation;
  }

  /** What is drawn. */
  Randomisation randomisation() {
    return randomisation;
  }
}
