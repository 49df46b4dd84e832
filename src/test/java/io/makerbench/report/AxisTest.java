package io.makerbench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.evaluate.Metric;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static List<String> labels(Axis axis) {
    return axis.ticks().stream().map(Axis.Tick::label).toList();
  }

  @Test
  void marksAreRoundNumbers() {
    assertEquals(
        List.of("−1.0", "−0.5", "0.0", "0.5", "1.0"),
        labels(Axis.numbers(Scale.linear(-1, 1), 4, "")));
    assertEquals(
        List.of("0", "20,000", "40,000", "60,000"),
        labels(Axis.numbers(Scale.linear(0, 60_000), 3, "")));
    assertEquals(
        List.of("0.00", "0.25", "0.50"), labels(Axis.numbers(Scale.linear(0, 0.6), 2, "")));
  }

  @Test
  void marksOfTimeAreRoundTimes() {
    long eight = 1_723_104_000L;
    assertEquals(
        List.of("08:00", "09:00", "10:00", "11:00"),
        labels(Axis.timeOfDay(eight, eight + 3 * 3600, 4)));
    assertEquals(
        List.of("08:00:00", "08:00:15", "08:00:30"), labels(Axis.timeOfDay(eight, eight + 44, 4)));
  }

  @Property(tries = 200)
  void anyRangeHasAFewMarksInsideIt(
      @ForAll @DoubleRange(min = -1e8, max = 1e8) double low,
      @ForAll @DoubleRange(min = 0, max = 1e8) double extent) {
    Axis axis = Axis.numbers(Scale.linear(low, low + extent), 5, "");
    assertTrue(axis.ticks().size() <= 8, () -> axis.ticks().toString());
    Scale scale = axis.scale();
    double rounding = 1e-9 * (Math.abs(low) + extent);
    for (Axis.Tick tick : axis.ticks()) {
      assertTrue(tick.at() >= scale.low() - rounding && tick.at() <= scale.high() + rounding);
    }
  }

  @Test
  void numbersForPeople() {
    assertEquals("−1.627", Figures.number(-1.62712));
    assertEquals("12,346", Figures.number(12_345.6));
    assertEquals("0.00001953", Figures.number(1.9531e-5));
    assertEquals("3", Figures.number(3));
    assertEquals("−2.50e−12", Figures.number(-2.5e-12));
    assertEquals("<\u00a00.0001", Figures.probability(1e-12));
    assertEquals("0.9004", Figures.probability(0.90041));
    assertEquals("–", Figures.number(Double.NaN));
    assertEquals("−∞", Figures.number(Double.NEGATIVE_INFINITY));
    assertEquals("1.500e+12", Figures.number(1.5e12));
    assertEquals("+0.5000", Figures.signed(0.5));
    assertEquals("66.6 %", Figures.metric(Metric.TIME_AT_LIMIT, 0.666));
    assertEquals("−0.4 pp", Figures.difference(Metric.TIME_AT_LIMIT, -0.004));
    assertEquals("<\u00a00.0001", Figures.p(1e-9));
    assertEquals("=\u00a00.0039", Figures.p(1 / 256.0));
    assertEquals("2.4 min", Figures.minutes(2.4));
    assertEquals("30 s", Figures.minutes(0.5));
    assertEquals("8 h", Figures.minutes(480));
  }
}
