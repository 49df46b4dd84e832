package io.makerbench.system.perp;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Side;
import io.makerbench.system.Window;
import io.makerbench.system.perp.engine.AccountListener;
import io.makerbench.system.perp.engine.Cause;
import io.makerbench.system.perp.engine.DeskStates;
import io.makerbench.system.perp.engine.ProfitSplit;
import io.makerbench.system.perp.engine.VenueStates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Writes down every tick and fill of one desk, that of a simulation's only copy. The mid is the
 * fair value, at which all venues' positions are marked and the last one is closed; own quotes are
 * the best ones of all venues. The venues' best prices cross each other, so there are none for the
 * whole.
 */
final class EpisodeRecorder implements AccountListener {
  private static final double NS_PER_MILLI = 1e6;
  private static final int NO_QUOTES = -1;

  private final PerpConfig config;
  private final Window window;
  private final List<Fill> fills = new ArrayList<>();
  private final long[] time;
  private final double[] mid;
  private final double[] ownBid;
  private final double[] ownAsk;
  private final double[] inventory;
  private final double[] cash;
  private final double[] equity;
  private final double[] drawdown;
  private final double[] reward;
  private final int[] action;
  private final boolean[] decided;
  private final Simulation simulation;
  private final DeskStates desks;
  private final ProfitSplit split;
  private final SeriesRecorder series;
  private int tick;
  private double held;
  private double money;
  private double costs;
  private double peak;
  private double largestDrawdown;

  /**
   * @param simulation at the first tick of an episode
   */
  EpisodeRecorder(PerpConfig config, Window window, Simulation simulation) {
    this.config = config;
    this.window = window;
    this.simulation = simulation;
    desks = simulation.copies().desks();
    split = new ProfitSplit(simulation.copies(), 0);
    series = new SeriesRecorder(config, simulation, split);
    int ticks = config.maxTicks() + 1;
    time = new long[ticks];
    mid = new double[ticks];
    ownBid = unknown(ticks);
    ownAsk = unknown(ticks);
    inventory = new double[ticks];
    cash = new double[ticks];
    equity = new double[ticks];
    drawdown = new double[ticks];
    reward = new double[ticks];
    action = new int[ticks];
    decided = new boolean[ticks];
    split.begin();
    mark();
    simulation.tell(this);
  }

  private static double[] unknown(int length) {
    double[] numbers = new double[length];
    Arrays.fill(numbers, Double.NaN);
    return numbers;
  }

  /**
   * Notes that a policy decides at the present tick, before its step; fills that follow are of the
   * next.
   */
  void decided() {
    decided[tick] = true;
    tick++;
  }

  /** Notes what the step led to. */
  void stepped(double rewarded) {
    reward[tick] = rewarded;
    double earned = desks.profit(0) - equity[tick - 1];
    series.rewarded(simulation.rewardParts(0, earned));
    quotes(simulation.copies().venues());
    mark();
  }

  /** Quotes stand at the tick whose books they were made for. */
  private void quotes(VenueStates venues) {
    for (int i = 0; i < venues.mid.length; i++) {
      if (venues.bidSize[i] > 0 && !(venues.bidPrice[i] <= ownBid[tick])) {
        ownBid[tick] = venues.bidPrice[i];
      }
      if (venues.askSize[i] > 0 && !(venues.askPrice[i] >= ownAsk[tick])) {
        ownAsk[tick] = venues.askPrice[i];
      }
    }
  }

  private void mark() {
    split.mark();
    series.note(tick);
    double fair = desks.fairValue[0];
    held = desks.net[0];
    time[tick] = window.startNs() + Math.round(tick * config.stepMillis() * NS_PER_MILLI);
    mid[tick] = fair;
    inventory[tick] = held;
    equity[tick] = desks.profit(0);
    money = equity[tick] - held * fair;
    cash[tick] = money;
    peak = Math.max(peak, equity[tick]);
    drawdown[tick] = peak - equity[tick];
    largestDrawdown = Math.max(largestDrawdown, drawdown[tick]);
    boolean quoted = !Double.isNaN(ownBid[tick]) || !Double.isNaN(ownAsk[tick]);
    action[tick] = quoted ? 0 : NO_QUOTES;
  }

  @Override
  public void funded(int i, double paid) {
    split.funded(i, paid);
    money -= paid;
  }

  @Override
  public void filled(int i, double size, double price, double fee, Cause cause) {
    split.filled(i, size, price, fee, cause);
    series.filled(i, size, cause);
    money -= size * price + fee;
    held += size;
    costs += fee;
    add(size, price, fee, cause == Cause.QUOTE, false);
  }

  private void add(double size, double price, double fee, boolean maker, boolean squareOff) {
    double fair = desks.fairValue[0];
    double profit = money + held * fair;
    double fall = Math.max(0, peak - profit);
    largestDrawdown = Math.max(largestDrawdown, fall);
    long at = window.startNs() + Math.round(tick * config.stepMillis() * NS_PER_MILLI);
    fills.add(
        new Fill(
            tick,
            at,
            size > 0 ? Side.BUY : Side.SELL,
            price,
            Math.abs(size),
            maker,
            fee,
            fair,
            Double.NaN,
            Double.NaN,
            money,
            held,
            costs,
            profit,
            fall,
            largestDrawdown,
            squareOff));
  }

  /** The whole record; the position is closed at fair value. */
  Episode episode(String policy) {
    if (held != 0) {
      double fair = desks.fairValue[0];
      double size = -held;
      money -= size * fair;
      held = 0;
      add(size, fair, 0, false, true);
    }
    int ticks = tick + 1;
    double[] none = unknown(ticks);
    Episode episode =
        new Episode(
            policy,
            window.name(),
            config.mode().toString().toLowerCase(Locale.ROOT),
            0,
            Arrays.copyOf(time, ticks),
            Arrays.copyOf(mid, ticks),
            none,
            none,
            Arrays.copyOf(ownBid, ticks),
            Arrays.copyOf(ownAsk, ticks),
            none,
            none,
            Arrays.copyOf(inventory, ticks),
            Arrays.copyOf(cash, ticks),
            Arrays.copyOf(equity, ticks),
            Arrays.copyOf(drawdown, ticks),
            Arrays.copyOf(reward, ticks),
            Arrays.copyOf(action, ticks),
            Arrays.copyOf(decided, ticks),
            List.copyOf(fills));
    return episode.with(series.series(ticks));
  }
}
