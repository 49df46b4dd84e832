package io.makerbench.system.analytic;

import io.makerbench.book.Ladder;
import io.makerbench.env.Side;
import io.makerbench.flow.BookView;
import io.makerbench.flow.FlowObserver;
import io.makerbench.flow.MarketOrderModel;
import io.makerbench.flow.OrderFlowModel;
import io.makerbench.flow.SimulatedFlow;
import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One market simulated order by order, and the account of the policy in it. Own orders are one lot;
 * they are placed anew in each step and keep their place where the price stays.
 */
final class FlowCopy implements FlowObserver {
  /** Numbers in an observation, see {@link #observe}. */
  static final int WIDTH = 6;

  private static final int[] SIDES = {Ladder.BID, Ladder.ASK};

  private final AnalyticConfig config;
  private final SimulatedFlow flow;
  private final double tick;
  private final boolean hasTicks;
  private final double[] quoted = new double[2];
  private final double[] fillPrice = new double[2];
  private final double[] fillMid = new double[2];
  private final double[] fillSeconds = new double[2];
  private final double[] recent = new double[2];
  private long steps;
  private int inventory;
  private double cash;
  private double equity;

  FlowCopy(AnalyticConfig config, OrderFlowModel model, RandomStream random) {
    this.config = config;
    tick = config.flow().tickSize();
    hasTicks = !(model instanceof MarketOrderModel);
    flow = model.start(config.startPrice() / tick, random);
  }

  /** Begins an episode with an empty account; the market goes on. */
  void begin() {
    inventory = 0;
    cash = 0;
    equity = 0;
  }

  /** Quotes for a step and returns the change of cash + position × mid. */
  double step(double bidDepth, double askDepth) {
    double before = equity;
    double mid = flow.mid();
    quote(Ladder.BID, mid - bidDepth / tick, inventory < config.maxInventory());
    quote(Ladder.ASK, mid + askDepth / tick, inventory > -config.maxInventory());
    for (int side : SIDES) {
      fillPrice[side] = Double.NaN;
      recent[side] *= StrictMath.exp(-config.flow().beta() * config.dt());
    }
    steps++;
    flow.advance(steps * config.dt(), this);
    equity = cash + inventory * mid();
    return equity - before;
  }

  private void quote(int side, double price, boolean allowed) {
    boolean quotes = allowed && Double.isFinite(price);
    double possible = hasTicks ? away(side, price) : price;
    quoted[side] = quotes ? possible * tick : Double.NaN;
    flow.quote(side, quotes ? possible : 0, quotes ? 1 : 0);
  }

  /** The price rounded to a tick away from the middle. */
  private static double away(int side, double price) {
    return side == Ladder.BID ? Math.floor(price) : Math.ceil(price);
  }

  @Override
  public void trade(double seconds, int sign, double farthest, long lots, BookView before) {
    if (sign != 0) {
      recent[sign > 0 ? Ladder.ASK : Ladder.BID] += 1;
    }
  }

  @Override
  public void fill(double seconds, int side, double price, long lots) {
    int sign = side == Ladder.BID ? 1 : -1;
    fillPrice[side] = price * tick;
    fillMid[side] = flow.mid() * tick;
    fillSeconds[side] = seconds - (steps - 1) * config.dt();
    inventory += sign;
    cash -= sign * price * tick;
  }

  /**
   * Time left, position, spread × k, imbalance of the best queues, recent sells and buys as shares
   * of what A gives on average.
   */
  void observe(float[] into, int offset, double timeLeft) {
    double bids = flow.size(Ladder.BID, (int) flow.bestBid());
    double asks = flow.size(Ladder.ASK, (int) flow.bestAsk());
    double usual = config.a() / config.flow().beta();
    into[offset] = (float) timeLeft;
    into[offset + 1] = (float) inventory / config.maxInventory();
    into[offset + 2] = (float) ((flow.bestAsk() - flow.bestBid()) * tick * config.k());
    into[offset + 3] = bids + asks > 0 ? (float) ((bids - asks) / (bids + asks)) : 0;
    into[offset + 4] = (float) (recent[Ladder.BID] / usual);
    into[offset + 5] = (float) (recent[Ladder.ASK] / usual);
  }

  double mid() {
    return flow.mid() * tick;
  }

  double best(Side side) {
    return (side == Side.BUY ? flow.bestBid() : flow.bestAsk()) * tick;
  }

  double quoted(Side side) {
    return quoted[index(side)];
  }

  private static int index(Side side) {
    return side == Side.BUY ? Ladder.BID : Ladder.ASK;
  }

  int inventory() {
    return inventory;
  }

  double equity() {
    return equity;
  }

  /** Own orders filled in the last step. */
  int executions() {
    int count = 0;
    for (int side : SIDES) {
      count += Double.isNaN(fillPrice[side]) ? 0 : 1;
    }
    return count;
  }

  List<StepFill> fills() {
    List<StepFill> fills = new ArrayList<>();
    for (Side side : Side.values()) {
      int i = index(side);
      if (!Double.isNaN(fillPrice[i])) {
        fills.add(new StepFill(side, fillPrice[i], fillMid[i], fillSeconds[i]));
      }
    }
    return fills;
  }

  void save(DataOutput out) throws IOException {
    flow.save(out);
    out.writeLong(steps);
    out.writeInt(inventory);
    out.writeDouble(cash);
    out.writeDouble(equity);
    out.writeDouble(recent[0]);
    out.writeDouble(recent[1]);
  }

  void restore(DataInput in) throws IOException {
    flow.restore(in);
    steps = in.readLong();
    inventory = in.readInt();
    cash = in.readDouble();
    equity = in.readDouble();
    recent[0] = in.readDouble();
    recent[1] = in.readDouble();
  }
}
