package io.makerbench.evaluate;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Side;
import io.makerbench.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes episodes for tests: a random mid, a maker that is hit now and then, its whole account. */
public final class MadeEpisodes {
  private static final double CASH = 1000;
  private static final double FEE = 0.2e-4;
  private static final double LOT = 0.001;
  private static final double HALF_SPREAD = 0.05;
  private static final long STEP_NS = 100_000_000L;
  private static final long START_NS = 1_723_075_200_000_000_000L;

  private final RandomStream random;
  private final double fillChance;
  private final Series s;
  private final List<Fill> fills = new ArrayList<>();
  private double cash = CASH;
  private double position;
  private double totalCost;
  private double peak = CASH;
  private double maxDrawdown;

  private MadeEpisodes(long seed, int ticks, double fillChance) {
    random = RandomStream.named(seed, "episode", 0);
    this.fillChance = fillChance;
    s = new Series(ticks);
  }

  /**
   * An episode of ticks 100 ms apart; {@code fillChance} of a fill a side and tick, 0 for a policy
   * that does nothing.
   */
  public static Episode make(
      String policy, String window, long seed, int ticks, double fillChance) {
    return new MadeEpisodes(seed, ticks, fillChance).run(policy, window, seed);
  }

  private Episode run(String policy, String window, long seed) {
    double mid = 60_000 + 10 * RandomStream.named(seed, "start", 0).nextGaussian();
    for (int i = 0; i < s.time.length; i++) {
      s.time[i] = START_NS + seed * 3_600_000_000_000L + i * STEP_NS;
      mid += 0.1 * (random.nextInt(9) - 4);
      trade(i, mid);
      s.mid[i] = mid;
      s.bid[i] = mid - HALF_SPREAD;
      s.ask[i] = mid + HALF_SPREAD;
      boolean quotes = fillChance > 0 && random.nextDouble() < 0.9;
      s.ownBid[i] = quotes && position <= 0 ? s.bid[i] : Double.NaN;
      s.ownAsk[i] = quotes && position >= 0 ? s.ask[i] : Double.NaN;
      s.ahead[i] = quotes ? random.nextDouble() : Double.NaN;
      s.position[i] = position;
      s.cash[i] = cash;
      s.equity[i] = cash + position * mid;
      s.drawdown[i] = peak - s.equity[i];
      s.action[i] = quotes ? random.nextInt(16) : -1;
      s.decided[i] = random.nextDouble() < 0.3;
      s.reward[i] = random.nextGaussian();
    }
    return s.episode(policy, window, fills);
  }

  private void trade(int tick, double mid) {
    boolean last = tick == s.time.length - 1;
    if (last && position != 0) {
      Side side = position > 0 ? Side.SELL : Side.BUY;
      fill(tick, side, mid - side.sign() * -HALF_SPREAD, mid, false);
    } else if (!last && position <= 0 && random.nextDouble() < fillChance) {
      fill(tick, Side.BUY, mid - HALF_SPREAD, mid, true);
    } else if (!last && position >= 0 && random.nextDouble() < fillChance) {
      fill(tick, Side.SELL, mid + HALF_SPREAD, mid, true);
    }
  }

  private void fill(int tick, Side side, double price, double mid, boolean maker) {
    double cost = price * LOT * FEE;
    position = Math.round((position + side.sign() * LOT) / LOT) * LOT;
    cash -= side.sign() * price * LOT + cost;
    totalCost += cost;
    double equity = cash + position * mid;
    peak = Math.max(peak, equity);
    maxDrawdown = Math.max(maxDrawdown, peak - equity);
    fills.add(
        new Fill(
            tick,
            s.time[tick] - 3_000_000,
            side,
            price,
            LOT,
            maker,
            cost,
            mid,
            mid - HALF_SPREAD,
            mid + HALF_SPREAD,
            cash,
            position,
            totalCost,
            equity - CASH,
            peak - equity,
            maxDrawdown,
            !maker));
  }

  /** An episode from a few columns a test cares for; the rest is quiet. */
  public static Episode of(long[] timeNs, double[] mid, double[] inventory, List<Fill> fills) {
    Series s = new Series(timeNs.length);
    System.arraycopy(timeNs, 0, s.time, 0, timeNs.length);
    System.arraycopy(mid, 0, s.mid, 0, timeNs.length);
    System.arraycopy(inventory, 0, s.position, 0, timeNs.length);
    for (int i = 0; i < timeNs.length; i++) {
      s.bid[i] = mid[i] - HALF_SPREAD;
      s.ask[i] = mid[i] + HALF_SPREAD;
    }
    for (double[] quiet : new double[][] {s.ownBid, s.ownAsk, s.ahead}) {
      Arrays.fill(quiet, Double.NaN);
    }
    Arrays.fill(s.equity, CASH);
    return s.episode("agent", "window", fills);
  }

  /** A maker fill without fees of which only what is given matters. */
  public static Fill fill(int tick, long timeNs, Side side, double price, double qty, double mid) {
    return new Fill(
        tick, timeNs, side, price, qty, true, 0, mid, mid, mid, CASH, 0, 0, 0, 0, 0, false);
  }

  private static final class Series {
    final long[] time;
    final double[] mid;
    final double[] bid;
    final double[] ask;
    final double[] ownBid;
    final double[] ownAsk;
    final double[] ahead;
    final double[] position;
    final double[] cash;
    final double[] equity;
    final double[] drawdown;
    final double[] reward;
    final int[] action;
    final boolean[] decided;

    Series(int ticks) {
      time = new long[ticks];
      mid = new double[ticks];
      bid = new double[ticks];
      ask = new double[ticks];
      ownBid = new double[ticks];
      ownAsk = new double[ticks];
      ahead = new double[ticks];
      position = new double[ticks];
      cash = new double[ticks];
      equity = new double[ticks];
      drawdown = new double[ticks];
      reward = new double[ticks];
      action = new int[ticks];
      decided = new boolean[ticks];
    }

    Episode episode(String policy, String window, List<Fill> fills) {
      return new Episode(
          policy,
          window,
          "risk-averse",
          CASH,
          time,
          mid,
          bid,
          ask,
          ownBid,
          ownAsk,
          ahead,
          ahead.clone(),
          position,
          cash,
          equity,
          drawdown,
          reward,
          action,
          decided,
          fills);
    }
  }
}
