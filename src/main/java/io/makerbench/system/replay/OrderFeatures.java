package io.makerbench.system.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of the state that tells of the own orders and position, 17 features with all blocks:
 * active bid, active ask, bid under way, ask under way (each: present, (price − mid)/(10 ticks),
 * size/max inventory, age; zeros when absent) and inventory/max inventory. Ages: of an active order
 * min(1, time since activation/latency/20), of one under way min(1, time since sending/latency).
 */
final class OrderFeatures {
  private static final int TICKS_OF_DISTANCE = 10;
  private static final int LATENCIES_OF_ACTIVE_AGE = 20;
  private static final int WITHOUT_AGE = 3;

  final int width;

  private final FeatureConfig blocks;
  private final double perInventory;
  private final double perDistance;
  private final double latency;

  OrderFeatures(FeatureConfig blocks, Terms terms) {
    this.blocks = blocks;
    perInventory = 1.0 / terms.maxInventory();
    perDistance = 1.0 / (TICKS_OF_DISTANCE * (double) terms.tick());
    latency = terms.latency().place();
    int active = blocks.activeQuotes() ? WITHOUT_AGE + (blocks.activeOrderAge() ? 1 : 0) : 0;
    int pending = blocks.pendingQuotes() ? WITHOUT_AGE + (blocks.pendingOrderAge() ? 1 : 0) : 0;
    width = 2 * active + 2 * pending + (blocks.inventory() ? 1 : 0);
  }

  /** Names of the features, in order. */
  static List<String> names(FeatureConfig blocks) {
    List<String> names = new ArrayList<>();
    if (blocks.activeQuotes()) {
      names.addAll(quoteNames("active", blocks.activeOrderAge()));
    }
    if (blocks.pendingQuotes()) {
      names.addAll(quoteNames("pending", blocks.pendingOrderAge()));
    }
    if (blocks.inventory()) {
      names.add("inventory");
    }
    return names;
  }

  private static List<String> quoteNames(String state, boolean age) {
    return Stream.of(state + " bid", state + " ask")
        .flatMap(quote ->
            Stream.of(quote, quote + " distance", quote + " size", quote + " age")
                .limit(age ? WITHOUT_AGE + 1 : WITHOUT_AGE))
        .toList();
  }

  /**
   * Writes the features from {@code at} on.
   *
   * @param mid best bid plus best ask, halved, in steps of the tape
   */
  void write(
      OrderSlot bid, OrderSlot ask, long inventory, long now, double mid, float[] out, int at) {
    int next = at;
    if (blocks.activeQuotes()) {
      next = writeActive(bid, now, mid, out, next);
      next = writeActive(ask, now, mid, out, next);
    }
    if (blocks.pendingQuotes()) {
      next = writePending(bid, now, mid, out, next);
      next = writePending(ask, now, mid, out, next);
    }
    if (blocks.inventory()) {
      out[next] = (float) (inventory * perInventory);
    }
  }

  private int writeActive(OrderSlot slot, long now, double mid, float[] out, int at) {
    boolean present = slot.knownRemaining > 0;
    writeQuote(present, slot.knownPrice - mid, slot.knownRemaining, out, at);
    if (!blocks.activeOrderAge()) {
      return at + WITHOUT_AGE;
    }
    long lived = now - slot.knownActivation;
    out[at + WITHOUT_AGE] = present ? age(lived, latency * LATENCIES_OF_ACTIVE_AGE) : 0;
    return at + WITHOUT_AGE + 1;
  }

  private int writePending(OrderSlot slot, long now, double mid, float[] out, int at) {
    boolean present = slot.underWay && slot.sentSize > 0;
    writeQuote(present, slot.sentPrice - mid, slot.sentSize, out, at);
    if (!blocks.pendingOrderAge()) {
      return at + WITHOUT_AGE;
    }
    out[at + WITHOUT_AGE] = present ? age(now - slot.sent, latency) : 0;
    return at + WITHOUT_AGE + 1;
  }

  private void writeQuote(boolean present, double distance, long size, float[] out, int at) {
    out[at] = present ? 1 : 0;
    out[at + 1] = present ? (float) (distance * perDistance) : 0;
    out[at + 2] = present ? (float) (size * perInventory) : 0;
  }

  private static float age(long lived, double span) {
    return span > 0 ? (float) Math.min(1, Math.max(0, lived) / span) : 1;
  }
}
