package io.makerbench.system.analytic;

import io.makerbench.env.Actions;
import io.makerbench.env.CopyRanges;
import io.makerbench.env.Side;
import io.makerbench.env.Space;
import io.makerbench.env.Transitions;
import io.makerbench.random.RandomWords;
import io.makerbench.system.FastExponential;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The market of Avellaneda and Stoikov (2008), section 3.3: in a step, quotes δ from the mid fill
 * with probability A·e^(−kδ)·dt, taken literally and at most 1, one unit each, the two sides
 * independently; then the mid moves by ±σ√dt with probability ½.
 *
 * <p>Observed are the time left as a share of the horizon, and the position as a share of its
 * limit. The reward is the change of cash + position × mid, less φq²dt for the position held
 * through the step, less αq² for closing the position at the horizon; the profit has the latter
 * alone.
 *
 * <p>A step of a copy takes one random word: the lowest bit moves the mid, 31 others are the chance
 * of each side. They depend on neither actions nor positions, so that every policy meets the same.
 */
final class AvellanedaStoikovEnv implements ModelEnv {
  static final int WIDTH = 2;
  private static final int LEAST_COPIES_A_THREAD = 2048;

  /** Chances are 31-bit integers. */
  private static final double CERTAIN = Integer.MAX_VALUE;

  /** A depth beyond all that fills, quote currency. */
  private static final double NEVER_FILLED = 1e300;

  private static final int BOUGHT = 1;
  private static final int SOLD = 2;

  private final AnalyticConfig config;
  private final QuoteActions quotes;
  private final CopyRanges ranges;
  private final int steps;
  private final int limit;
  private final double jump;
  private final double penalty;
  private final double decay;
  private final double atTheMid;

  /** Depths of a grid's actions and the chances of their fills; empty without a grid. */
  private final double[] bidDepths;

  private final double[] askDepths;
  private final int[] bidChances;
  private final int[] askChances;

  private final long[] keys;
  private final int[] inventory;
  private final int[] ups;
  private final byte[] fills;
  private final double[] pnl;
  private long word;
  private int step;

  private Actions actions = Actions.of(new Space.Discrete(1), 0);
  private Transitions transitions = new Transitions(0, 0);

  /**
   * @param purpose what the random numbers are for; another one gives other numbers
   * @param threads most threads that step copies together
   */
  AvellanedaStoikovEnv(
      AnalyticConfig config,
      QuoteActions quotes,
      int copies,
      long seed,
      String purpose,
      int threads) {
    this.config = config;
    this.quotes = quotes;
    steps = config.steps();
    limit = config.maxInventory();
    jump = config.sigma() * StrictMath.sqrt(config.dt());
    penalty = config.phi() * config.dt();
    decay = config.k();
    atTheMid = CERTAIN * config.a() * config.dt();
    boolean grid = quotes instanceof QuoteActions.Grid;
    bidDepths = quotes instanceof QuoteActions.Grid g ? g.bidDepths() : new double[0];
    askDepths = quotes instanceof QuoteActions.Grid g ? g.askDepths() : new double[0];
    bidChances = Arrays.stream(bidDepths).mapToInt(this::chance).toArray();
    askChances = Arrays.stream(askDepths).mapToInt(this::chance).toArray();
    keys = RandomWords.keys(seed, purpose, copies);
    inventory = new int[copies];
    ups = new int[copies];
    fills = new byte[copies];
    pnl = new double[copies];
    ranges =
        new CopyRanges(
            copies, LEAST_COPIES_A_THREAD, threads, grid ? this::stepGrid : this::stepDepths);
  }

  /** Probability of a fill in a step as a share of {@link #CERTAIN}; 0 without a quote. */
  private int chance(double depth) {
    double share = atTheMid * FastExponential.of(-decay * depth);
    return (int) share; // at most CERTAIN: larger numbers become the largest integer
  }

  @Override
  public int copies() {
    return keys.length;
  }

  @Override
  public Space observationSpace() {
    return new Space.Box(WIDTH, -1, 1);
  }

  @Override
  public Space actionSpace() {
    return quotes.space();
  }

  @Override
  public long episodeTicks() {
    return steps;
  }

  @Override
  public void reset(float[] observations) {
    step = 0;
    Arrays.fill(inventory, 0);
    Arrays.fill(pnl, 0);
    for (int c = 0; c < keys.length; c++) {
      observe(observations, c);
    }
  }

  private void observe(float[] observations, int copy) {
    observations[WIDTH * copy] = (float) (steps - step) / steps;
    observations[WIDTH * copy + 1] = (float) inventory[copy] / limit;
  }

  @Override
  public void step(Actions chosen, Transitions into) {
    actions = chosen;
    transitions = into;
    step++;
    word++;
    ranges.run();
    if (step == steps) {
      step = 0;
      endEpisodes();
    }
  }

  private void stepGrid(int from, int to) {
    int[] action = actions.discrete;
    float timeLeft = (float) (steps - step) / steps;
    for (int c = from; c < to; c++) {
      long random = RandomWords.word(keys[c], word);
      int a = action[c];
      int held = inventory[c];
      int bought = filled(random >>> 33, bidChances[a]) & below(held, limit);
      int sold = filled(random >>> 1 & Integer.MAX_VALUE, askChances[a]) & below(-held, limit);
      account(c, random, bought, sold, bought * bidDepths[a] + sold * askDepths[a], timeLeft);
    }
    same(from, to);
  }

  private void stepDepths(int from, int to) {
    float[] depths = actions.continuous;
    float timeLeft = (float) (steps - step) / steps;
    for (int c = from; c < to; c++) {
      long random = RandomWords.word(keys[c], word);
      double bidDepth = finite(depths[2 * c]);
      double askDepth = finite(depths[2 * c + 1]);
      int held = inventory[c];
      int bought = filled(random >>> 33, chance(bidDepth)) & below(held, limit);
      int sold = filled(random >>> 1 & Integer.MAX_VALUE, chance(askDepth)) & below(-held, limit);
      account(c, random, bought, sold, bought * bidDepth + sold * askDepth, timeLeft);
    }
    same(from, to);
  }

  /** A depth that is never filled instead of none, so that none times no fill is nothing. */
  private static double finite(double depth) {
    return depth < NEVER_FILLED ? depth : NEVER_FILLED;
  }

  /** 1 where a 31-bit number is below a chance, else 0; a sign instead of a branch. */
  private static int filled(long number, int chance) {
    return ((int) number - chance) >>> 31;
  }

  private static int below(int number, int bound) {
    return (number - bound) >>> 31;
  }

  private void account(int c, long random, int bought, int sold, double edge, float timeLeft) {
    int up = up(random);
    int held = inventory[c] + bought - sold;
    double profit = edge + held * up * jump;
    double total = pnl[c] + profit;
    inventory[c] = held;
    ups[c] += up;
    fills[c] = (byte) (bought * BOUGHT + sold * SOLD);
    pnl[c] = total;
    transitions.pnl[c] = total;
    transitions.executions[c] = bought + sold;
    transitions.rewards[c] = profit - penalty * held * held;
    transitions.observations[WIDTH * c] = timeLeft;
    transitions.observations[WIDTH * c + 1] = (float) held / limit;
  }

  /** +1 or −1, by the lowest bit. */
  private static int up(long random) {
    return (int) (random & 1) * 2 - 1;
  }

  /** What is the same for all copies. */
  private void same(int from, int to) {
    Arrays.fill(transitions.terminated, from, to, false);
    Arrays.fill(transitions.truncated, from, to, false);
    Arrays.fill(transitions.elapsedSeconds, from, to, config.dt());
    Arrays.fill(transitions.ticks, from, to, 1);
  }

  /** Ends the episode of every copy and starts the next. */
  private void endEpisodes() {
    for (int c = 0; c < keys.length; c++) {
      int held = inventory[c];
      double cost = config.alpha() * held * held;
      transitions.rewards[c] -= cost;
      transitions.pnl[c] -= cost;
      transitions.terminated[c] = true;
      transitions.finalObservations[WIDTH * c] = transitions.observations[WIDTH * c];
      transitions.finalObservations[WIDTH * c + 1] = transitions.observations[WIDTH * c + 1];
      inventory[c] = 0;
      pnl[c] = 0;
      observe(transitions.observations, c);
    }
  }

  @Override
  public double mid(int copy) {
    return config.startPrice() + ups[copy] * jump;
  }

  @Override
  public double best(int copy, Side side) {
    return Double.NaN;
  }

  @Override
  public double quoted(int copy, Side side) {
    double depth =
        side == Side.BUY ? quotes.bidDepth(actions, copy) : quotes.askDepth(actions, copy);
    double price = midBefore(copy) - side.sign() * depth;
    return Double.isFinite(price) ? price : Double.NaN;
  }

  /** The mid that the quotes of the last step stood around. */
  private double midBefore(int copy) {
    int up = up(RandomWords.word(keys[copy], word));
    return config.startPrice() + (ups[copy] - up) * jump;
  }

  @Override
  public List<StepFill> fills(int copy) {
    List<StepFill> filled = new ArrayList<>();
    for (Side side : Side.values()) {
      if ((fills[copy] & (side == Side.BUY ? BOUGHT : SOLD)) != 0) {
        double halfway = config.dt() / 2; // when is left open: before the mid moves
        filled.add(new StepFill(side, quoted(copy, side), midBefore(copy), halfway));
      }
    }
    return filled;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(word);
    out.writeInt(step);
    for (int c = 0; c < keys.length; c++) {
      out.writeInt(inventory[c]);
      out.writeInt(ups[c]);
      out.writeDouble(pnl[c]);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    word = in.readLong();
    step = in.readInt();
    for (int c = 0; c < keys.length; c++) {
      inventory[c] = in.readInt();
      ups[c] = in.readInt();
      pnl[c] = in.readDouble();
    }
  }

  /** Nothing to let go of. */
  @Override
  public void close() {}
}
