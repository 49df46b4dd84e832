package io.makerbench.workbench.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShareCurveTest {
  private static Series of(double... values) {
    Series series = new Series();
    for (int i = 0; i < values.length; i++) {
      series.append(i, values[i]);
    }
    return series;
  }

  private final List<Series> shares = List.of(of(0.5, 0.2), of(0.25, 0.3), of(0.25, 0.5));

  @Test
  void aLayerStandsOnThoseBelow() {
    Points top = new ShareCurve("c", 2, Look.AREA, 2, shares).points(new Range(0, 1), 10);
    assertEquals(0.75, top.low()[0], 1e-12);
    assertEquals(1, top.high()[0], 1e-12);
    assertEquals(0.5, top.low()[1], 1e-12);
    assertEquals(0.5, top.y()[1], 1e-12, "its value is the share");
  }

  @Test
  void aRowKeepsItsPlaceAndItsValueIsItsStrength() {
    Points row = new ShareCurve("b", 0, Look.HEAT, 1, shares).points(new Range(0, 1), 10);
    assertEquals(0.5, row.low()[0]);
    assertEquals(1.5, row.high()[0]);
    assertEquals(0.3, row.y()[1]);
  }
}
