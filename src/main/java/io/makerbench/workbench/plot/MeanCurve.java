package io.makerbench.workbench.plot;

import io.makerbench.evaluate.MeanMargin;
import java.util.Comparator;
import java.util.List;

/**
 * The mean of several curves of one thing, such as the seeds of a configuration, with the 95 %
 * confidence interval of that mean (Student's t) as its band. Between their points curves go
 * straight; where some have ended, it is the mean of the others.
 *
 * @param members at least one
 */
public record MeanCurve(String name, int colour, List<Curve> members) implements Curve {
  public MeanCurve {
    members = List.copyOf(members);
  }

  @Override
  public Look look() {
    return Look.INTERVAL;
  }

  @Override
  public Range domain() {
    Range all = Range.EMPTY;
    for (Curve member : members) {
      all = all.union(member.domain());
    }
    return all;
  }

  /** At the places of the member that has most of them. */
  @Override
  public Points points(Range x, int most) {
    List<Points> all = members.stream().map(member -> member.points(x, most)).toList();
    Points longest = all.stream().max(Comparator.comparingInt(Points::size)).orElse(Points.NONE);
    int size = longest.size();
    Points mean =
        new Points(size, longest.x().clone(), new double[size], new double[size], new double[size]);
    Reader[] readers = all.stream().map(Reader::new).toArray(Reader[]::new);
    double[] values = new double[readers.length];
    for (int i = 0; i < size; i++) {
      int n = 0;
      for (Reader reader : readers) {
        double value = reader.at(mean.x()[i]);
        if (!Double.isNaN(value)) {
          values[n++] = value;
        }
      }
      put(mean, i, values, n);
    }
    return mean;
  }

  private static void put(Points mean, int place, double[] values, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += values[i];
    }
    double middle = n == 0 ? Double.NaN : sum / n;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += (values[i] - middle) * (values[i] - middle);
    }
    double margin = n < 2 ? 0 : MeanMargin.of(n, Math.sqrt(squares / (n - 1)));
    mean.y()[place] = middle;
    mean.low()[place] = middle - margin;
    mean.high()[place] = middle + margin;
  }

  /** Reads a curve at places that ascend. */
  private static final class Reader {
    private final Points points;
    private int after;

    Reader(Points points) {
      this.points = points;
    }

    /** NaN before its first point and beyond its last. */
    double at(double x) {
      while (after < points.size() && points.x()[after] < x) {
        after++;
      }
      if (after == points.size() || after == 0 && points.x()[0] > x) {
        return Double.NaN;
      }
      if (points.x()[after] == x || after == 0) {
        return points.y()[after];
      }
      double share = (x - points.x()[after - 1]) / (points.x()[after] - points.x()[after - 1]);
      return points.y()[after - 1] + share * (points.y()[after] - points.y()[after - 1]);
    }
  }
}
