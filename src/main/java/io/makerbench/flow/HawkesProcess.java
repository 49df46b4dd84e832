package io.makerbench.flow;

import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Events of several kinds that excite each other, one after the other. With one common decay the
 * time to the next event is the smaller of two numbers that can be drawn directly, so that no
 * candidate is ever rejected (Dassios and Zhao, 2013).
 *
 * <p>Not safe for several threads. Allocates nothing between events.
 */
public final class HawkesProcess {
  private final double[] mu;
  private final double[][] alpha;
  private final double beta;
  private final double totalMu;
  private final RandomStream random;
  private final double[] excited;
  private double now;
  private int kind;

  /**
   * @param mu rates of the kinds without excitement, 1/s
   * @param alpha {@code alpha[k][j]}: jump of the intensity of kind k at an event of kind j, 1/s
   * @param beta decay of all jumps, 1/s
   */
  public HawkesProcess(double[] mu, double[][] alpha, double beta, RandomStream random) {
    this.mu = mu;
    this.alpha = alpha;
    this.beta = beta;
    this.random = random;
    excited = new double[mu.length];
    totalMu = sum(mu);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Goes on to the next event. Returns its time in seconds from the start. */
  public double next() {
    double wait = random.nextExponential(totalMu);
    double excess = sum(excited);
    if (excess > 0) {
      double reach = 1 - beta * random.nextExponential(1) / excess;
      if (reach > 0) {
        wait = Math.min(wait, -StrictMath.log(reach) / beta);
      }
    }
    now += wait;
    double faded = StrictMath.exp(-beta * wait);
    for (int k = 0; k < mu.length; k++) {
      excited[k] *= faded;
    }
    kind = drawKind();
    for (int k = 0; k < mu.length; k++) {
      excited[k] += alpha[k][kind];
    }
    return now;
  }

  /** Kinds are as likely as their intensities at the event. */
  private int drawKind() {
    if (mu.length == 1) {
      return 0;
    }
    double left = random.nextDouble() * (totalMu + sum(excited));
    for (int k = 0; k < mu.length - 1; k++) {
      left -= mu[k] + excited[k];
      if (left < 0) {
        return k;
      }
    }
    return mu.length - 1;
  }

  /** Kind of the last event. */
  public int kind() {
    return kind;
  }

  /** Writes all that the next events depend on, but for the random stream. */
  public void save(DataOutput out) throws IOException {
    out.writeDouble(now);
    out.writeInt(kind);
    for (double value : excited) {
      out.writeDouble(value);
    }
  }

  /** Reads what {@link #save} wrote. */
  public void restore(DataInput in) throws IOException {
    now = in.readDouble();
    kind = in.readInt();
    for (int k = 0; k < excited.length; k++) {
      excited[k] = in.readDouble();
    }
  }
}
