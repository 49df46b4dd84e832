package io.makerbench.system.replay;

import io.makerbench.book.Contract;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Cash, position, costs and reward of one copy, as the agent knows them.
 *
 * <p>With v the absolute and w the signed worth of a unit (both the mid of a linear contract),
 * reward of a tick: clip(Δcash/(v·max_inventory) − λ·(q/max_inventory)²·Δt, ±2.5) with Δt in
 * seconds since the tick before; with Δequity in place of Δcash where equity is rewarded. Equity =
 * cash + q·w; drawdown from its running peak.
 */
final class Account {
  private static final double REWARD_LIMIT = 2.5;
  private static final double SECONDS_PER_NS = 1e-9;

  private final Terms terms;
  private final double maxInventory;
  private final Contract contract;

  double cash;

  /** Position in lots. */
  long inventory;

  double totalCost;
  double drawdown;
  double maxDrawdown;

  private double peak;
  private double rewarded;
  private long rewardedTime;
  private boolean timeRunning;

  Account(Terms terms) {
    this.terms = terms;
    maxInventory = terms.maxInventory() * terms.lot();
    contract = terms.contract();
    reset();
  }

  void reset() {
    cash = terms.initialCash();
    inventory = 0;
    totalCost = 0;
    drawdown = 0;
    maxDrawdown = 0;
    // Published, the peak begins with the first fill.
    peak = terms.mode() == Mode.PUBLISHED ? Double.NEGATIVE_INFINITY : cash;
    rewarded = cash;
    timeRunning = false;
  }

  /** Market time does not run between two stretches. */
  void stopTime() {
    timeRunning = false;
  }

  /** Accounts an execution and returns its cost. */
  double fill(int sign, long price, long size, boolean maker, double mid) {
    double worth = terms.worth(price, size);
    double rate = maker ? terms.makerRate() : terms.takerRate();
    double cost = Math.abs(worth) * rate + terms.fixedCost();
    cash -= sign * worth + cost;
    inventory += sign * size;
    totalCost += cost;
    refreshDrawdown(mid);
    return cost;
  }

  void receive(double payment) {
    cash += payment;
  }

  double equity(double mid) {
    return cash + inventory * terms.lot() * contract.worth(mid);
  }

  void refreshDrawdown(double mid) {
    double equity = equity(mid);
    peak = Math.max(peak, equity);
    drawdown = peak - equity;
    maxDrawdown = Math.max(maxDrawdown, drawdown);
  }

  /** Reward since the last call. */
  double reward(long time, double mid) {
    double earned = terms.reward() == Reward.CASH ? cash : equity(mid);
    double reward = (earned - rewarded) / (contract.value(mid) * maxInventory);
    if (inventory != 0 && timeRunning) {
      double share = (double) inventory / terms.maxInventory();
      double seconds = (time - rewardedTime) * SECONDS_PER_NS;
      reward -= terms.penaltyRate() * share * share * seconds;
    }
    rewarded = earned;
    rewardedTime = time;
    timeRunning = true;
    return Math.clamp(reward, -REWARD_LIMIT, REWARD_LIMIT);
  }

  void save(DataOutput out) throws IOException {
    out.writeDouble(cash);
    out.writeLong(inventory);
    out.writeDouble(totalCost);
    out.writeDouble(drawdown);
    out.writeDouble(maxDrawdown);
    out.writeDouble(peak);
    out.writeDouble(rewarded);
    out.writeLong(rewardedTime);
    out.writeBoolean(timeRunning);
  }

  void restore(DataInput in) throws IOException {
    cash = in.readDouble();
    inventory = in.readLong();
    totalCost = in.readDouble();
    drawdown = in.readDouble();
    maxDrawdown = in.readDouble();
    peak = in.readDouble();
    rewarded = in.readDouble();
    rewardedTime = in.readLong();
    timeRunning = in.readBoolean();
  }
}
