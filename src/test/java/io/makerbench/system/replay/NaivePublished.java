package io.makerbench.system.replay;

import io.makerbench.tape.BookStates;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The published simulator once more, row by row and in quote currency, as its description reads:
 * pre-step (activation, fills, reward), then step (send what differs). For comparison only.
 */
final class NaivePublished {
  private static final double TICK = 0.1;
  private static final double LOT = 0.001;
  private static final double MAX_INVENTORY = 0.01;
  private static final double FEE = 0.2 / 10_000;
  private static final long LATENCY_NS = 10_000_000;
  private static final double LAMBDA_PER_NS = 0.04 / 1e9;

  private record Order(double price, double quantity, long sent) {}

  private final BookStates states;
  private final int[] rows;
  private final @Nullable Order[] active = new Order[2];
  private final @Nullable Order[] pending = new Order[2];
  private final double[] @Nullable [] quotes = new double[2][];
  private double inventory;
  private double rewardedCash = 1000;
  private @Nullable Long rewardedTime;
  double cash = 1000;
  final List<Double> rewards = new ArrayList<>();
  final List<String> fills = new ArrayList<>();
  final List<float[]> seen = new ArrayList<>();

  /**
   * @param rows rows of the book states, in order of replay
   */
  NaivePublished(BookStates states, int[] rows) {
    this.states = states;
    this.rows = rows;
  }

  /** Runs over all rows but the last; {@code actions} holds −2 where nothing is decided. */
  void run(int[] actions) {
    int last = rows.length - 2;
    for (int i = 0; i <= last; i++) {
      preStep(i);
      seen.add(orderState(i));
      if (i < last) {
        decide(i, actions[i]);
        step(i);
      }
    }
    if (Math.abs(inventory) > LOT / 2) {
      boolean sell = inventory > 0;
      fill(sell ? 1 : 0, sell ? bid(last) : ask(last), Math.abs(inventory));
      rewards.set(last, rewards.get(last) + reward(last));
    }
  }

  private double bid(int i) {
    return states.bidPrice(rows[i], 0) * TICK;
  }

  private double ask(int i) {
    return states.askPrice(rows[i], 0) * TICK;
  }

  private double mid(int i) {
    return (bid(i) + ask(i)) / 2;
  }

  private void preStep(int i) {
    long now = states.exchangeTime(rows[i]);
    for (int side = 0; side < 2; side++) {
      if (pending[side] != null && now >= pending[side].sent + LATENCY_NS) {
        active[side] = pending[side];
        pending[side] = null;
      }
    }
    for (int side = 0; side < 2; side++) {
      Order order = active[side];
      double margin = TICK / 4;
      if (order != null && side == 0 && order.price >= bid(i) - margin) {
        fill(0, Math.min(order.price, ask(i)), order.quantity);
        active[0] = null;
      } else if (order != null && side == 1 && order.price <= ask(i) + margin) {
        fill(1, Math.max(order.price, bid(i)), order.quantity);
        active[1] = null;
      }
    }
    rewards.add(reward(i));
  }

  private void fill(int side, double price, double quantity) {
    double cost = price * quantity * FEE;
    inventory += side == 0 ? quantity : -quantity;
    cash += (side == 0 ? -1 : 1) * price * quantity - cost;
    fills.add("%d %.1f %.3f".formatted(side, price, quantity));
  }

  private double reward(int i) {
    long now = states.exchangeTime(rows[i]);
    double penalty = 0;
    if (Math.abs(inventory) > LOT / 2) {
      long elapsed = rewardedTime == null ? 0 : now - rewardedTime;
      penalty = LAMBDA_PER_NS * Math.pow(inventory / MAX_INVENTORY, 2) * elapsed;
    }
    double reward = (cash - rewardedCash) / (mid(i) * MAX_INVENTORY) - penalty;
    rewardedCash = cash;
    rewardedTime = now;
    return Math.clamp(reward, -2.5, 2.5);
  }

  private void decide(int i, int action) {
    if (action < 0) {
      return;
    }
    int askOffset = 3 - action / 4;
    int bidOffset = 3 - action % 4;
    double bidPrice = Math.min(bid(i) - (bidOffset - 1) * TICK, ask(i) - TICK);
    double askPrice = Math.max(ask(i) + (askOffset - 1) * TICK, bid(i) + TICK);
    bidPrice = Math.round(bidPrice * 10) / 10.0;
    askPrice = Math.round(askPrice * 10) / 10.0;
    if (askPrice <= bidPrice + TICK / 4) {
      if (inventory > -LOT / 2) {
        askPrice += TICK;
      } else {
        bidPrice -= TICK;
      }
    }
    double bought = Math.max(LOT, Math.min(-inventory, MAX_INVENTORY));
    double sold = Math.max(LOT, Math.min(inventory, MAX_INVENTORY));
    quotes[0] = new double[] {bidPrice, bought};
    quotes[1] = new double[] {askPrice, sold};
  }

  private void step(int i) {
    for (int side = 0; side < 2; side++) {
      double[] quote = quotes[side];
      if (quote == null || pending[side] != null) {
        continue;
      }
      double after = inventory + (side == 0 ? quote[1] : -quote[1]);
      if (Math.abs(after) > MAX_INVENTORY + LOT / 2 && (side == 0) == (after > 0)) {
        continue;
      }
      Order now = active[side];
      if (now == null
          || Math.abs(now.price - quote[0]) > TICK / 4
          || Math.abs(now.quantity - quote[1]) > LOT / 4) {
        pending[side] = new Order(quote[0], quote[1], states.exchangeTime(rows[i]));
        quotes[side] = null;
      }
    }
  }

  private float[] orderState(int i) {
    float[] state = new float[17];
    long now = states.exchangeTime(rows[i]);
    for (int side = 0; side < 2; side++) {
      if (active[side] != null) {
        double age = (now - active[side].sent - LATENCY_NS) / (20.0 * LATENCY_NS);
        write(state, 4 * side, active[side], i, age);
      }
      if (pending[side] != null) {
        write(
            state,
            8 + 4 * side,
            pending[side],
            i,
            (now - pending[side].sent) / (double) LATENCY_NS);
      }
    }
    state[16] = (float) (inventory / MAX_INVENTORY);
    return state;
  }

  private void write(float[] state, int at, Order order, int i, double age) {
    state[at] = 1;
    state[at + 1] = (float) ((order.price - mid(i)) / (10 * TICK));
    state[at + 2] = (float) (order.quantity / MAX_INVENTORY);
    state[at + 3] = (float) Math.min(1, age);
  }
}
