package io.makerbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.book.Contract;
import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every simulation must keep, whatever its market: an order is executed only after it can have
 * arrived and never for more than was asked for, and cash, position and fees follow from the
 * executions to the last digit.
 */
public final class ConservationCheck {
  private static final double ROUNDING = 1e-9;

  private record Asked(double quantity, long earliestArrival) {}

  private final Map<Long, List<Asked>> asked = new HashMap<>();
  private final Map<Long, Double> executed = new HashMap<>();

  /**
   * An order, or one side's orders together, asks for a quantity more.
   *
   * @param order any number that tells it from the others
   */
  public void asked(long order, double quantity, long earliestArrival) {
    asked.computeIfAbsent(order, _ -> new ArrayList<>()).add(new Asked(quantity, earliestArrival));
  }

  /** An order has been executed at a time of the exchange. */
  public void executed(long order, double quantity, long time) {
    assertTrue(quantity > 0, () -> "order " + order + " executed for " + quantity);
    double sum = executed.merge(order, quantity, Double::sum);
    double could =
        asked.getOrDefault(order, List.of()).stream()
            .filter(request -> request.earliestArrival <= time)
            .mapToDouble(Asked::quantity)
            .sum();
    assertTrue(
        sum <= could * (1 + ROUNDING),
        () -> "order " + order + ": " + sum + " executed at " + time + " of " + could);
  }

  /**
   * Checks the account of an episode without funding: after every fill and at every tick, cash is
   * the initial cash less what was bought and paid, and equity is cash and the position at its
   * worth.
   */
  public static void accounts(Episode e) {
    double scale = 1 + Math.abs(e.initialCash()) + turnover(e);
    double cash = e.initialCash();
    double position = 0;
    double costs = 0;
    int next = 0;
    for (int tick = 0; tick < e.ticks(); tick++) {
      for (; next < e.fills().size() && e.fills().get(next).tick() <= tick; next++) {
        Fill fill = e.fills().get(next);
        double signed = fill.side().sign() * fill.quantity();
        cash -= signed * e.contract().worth(fill.price()) + fill.cost();
        position += signed;
        costs += fill.cost();
        follow(fill, cash, position, costs, e, scale);
      }
      double equity = e.cash()[tick] + e.inventory()[tick] * e.contract().worth(e.mid()[tick]);
      assertEquals(cash, e.cash()[tick], ROUNDING * scale, "cash at tick " + tick);
      assertEquals(position, e.inventory()[tick], ROUNDING, "position at tick " + tick);
      assertEquals(equity, e.equity()[tick], ROUNDING * scale, "equity at tick " + tick);
    }
    assertEquals(e.fills().size(), next, "fills accounted within the episode");
  }

  private static void follow(
      Fill fill, double cash, double position, double costs, Episode e, double scale) {
    double profit = cash + position * e.contract().worth(fill.mid()) - e.initialCash();
    assertEquals(cash, fill.cash(), ROUNDING * scale, () -> "cash after " + fill);
    assertEquals(position, fill.inventory(), ROUNDING, () -> "position after " + fill);
    assertEquals(costs, fill.totalCost(), ROUNDING * scale, () -> "costs after " + fill);
    assertEquals(profit, fill.pnl(), ROUNDING * scale, () -> "profit after " + fill);
  }

  private static double turnover(Episode e) {
    Contract contract = e.contract();
    return e.fills().stream()
        .mapToDouble(fill -> fill.quantity() * contract.value(fill.price()))
        .sum();
  }
}
