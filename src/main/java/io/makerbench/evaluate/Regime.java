package io.makerbench.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A property of the market by which windows are grouped: thirds, from its lowest to its highest.
 */
public enum Regime {
  VOLATILITY("Volatility", "bps/√s", MarketState::volatility, "calm", "lively", "wild"),
  SPREAD("Spread", "bps", MarketState::spread, "narrow", "middling", "wide"),
  DRIFT("Drift of the mid", "bps", MarketState::drift, "falling most", "between", "rising most");

  private static final int GROUPS = 3;

  private final String label;
  private final String unit;
  private final ToDoubleFunction<MarketState> value;
  private final List<String> names;

  Regime(
      String label,
      String unit,
      ToDoubleFunction<MarketState> value,
      String low,
      String middle,
      String high) {
    this.label = label;
    this.unit = unit;
    this.value = value;
    names = List.of(low, middle, high);
  }

  /**
   * Windows of one regime.
   *
   * @param name what the market was like in them
   * @param low smallest value among them
   * @param high largest
   * @param windows their names
   */
  public record Group(String name, double low, double high, List<String> windows) {}

  /** Name for people. */
  public String label() {
    return label;
  }

  /** Unit of its values. */
  public String unit() {
    return unit;
  }

  /**
   * Windows in three groups of equal size, as far as that goes; in two of two windows, in one of
   * one. Windows without a value are left out.
   */
  public List<Group> groups(List<MarketState> states) {
    List<MarketState> sorted =
        states.stream()
            .filter(state -> !Double.isNaN(value.applyAsDouble(state)))
            .sorted(Comparator.comparingDouble(value))
            .toList();
    int count = Math.min(GROUPS, sorted.size());
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<MarketState> part =
          sorted.subList(i * sorted.size() / count, (i + 1) * sorted.size() / count);
      groups.add(
          new Group(
              i == count - 1 && count > 1 ? names.getLast() : names.get(i),
              value.applyAsDouble(part.getFirst()),
              value.applyAsDouble(part.getLast()),
              part.stream().map(MarketState::window).toList()));
    }
    return groups;
  }
}
