package io.makerbench.workbench.plot;

import java.util.List;

/**
 * A share of a whole over time: a layer of a stack that stands on the layers below it, or, as
 * {@link Look#HEAT}, a row of its own. Its value is the share.
 *
 * @param look {@link Look#AREA} or {@link Look#HEAT}
 * @param place number of its layer or row, from 0 at the bottom
 * @param all the shares of the whole, each with the same points
 */
public record ShareCurve(String name, int colour, Look look, int place, List<Series> all)
    implements Curve {
  private static final double HALF_A_ROW = 0.5;

  public ShareCurve {
    all = List.copyOf(all);
  }

  @Override
  public Range domain() {
    return all.get(place).domain();
  }

  @Override
  public Points points(Range x, int most) {
    Buckets buckets = Buckets.of(all.get(place), x, most);
    Points points = buckets.points();
    for (int i = 0; i < points.size(); i++) {
      int bucket = buckets.first() + i;
      double below = look == Look.HEAT ? place - HALF_A_ROW : below(buckets.level(), bucket);
      double share = all.get(place).mean(buckets.level(), bucket);
      points.y()[i] = share;
      points.low()[i] = below;
      points.high()[i] = look == Look.HEAT ? place + HALF_A_ROW : below + share;
    }
    return points;
  }

  private double below(int level, int bucket) {
    double sum = 0;
    for (int layer = 0; layer < place; layer++) {
      if (bucket < all.get(layer).buckets(level)) {
        sum += all.get(layer).mean(level, bucket);
      }
    }
    return sum;
  }
}
