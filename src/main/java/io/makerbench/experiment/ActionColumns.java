package io.makerbench.experiment;

import io.makerbench.env.Space;
import io.makerbench.system.Market;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of actions.csv, which name choices and numbers as the market does: {@code
 * share_GROUP_LABEL}, without commas, and without underscores in a group; and behind them how often
 * actions were corrected.
 */
final class ActionColumns {
  private final Map<String, String> names = new LinkedHashMap<>();

  /**
   * @param numbered columns that know choices and numbers by their numbers; empty where nobody acts
   * @param corrections columns of how often actions are corrected, which keep their names
   */
  ActionColumns(List<String> numbered, Market market, Collection<String> corrections) {
    List<String> told = market.actionNames();
    boolean ofLabels =
        market.actionSpace() instanceof Space.Discrete
            || market.actionSpace() instanceof Space.Simplex;
    for (String column : numbered) {
      String[] parts = column.split("_", 3);
      String group = ofLabels ? parts[1] : named(told, parts[1]).replace('_', ' ');
      String label = ofLabels ? named(told, parts[2]) : parts[2];
      names.put(column, "share_" + group + "_" + label);
    }
    if (!numbered.isEmpty()) {
      corrections.forEach(column -> names.put(column, column));
    }
  }

  private static String named(List<String> told, String number) {
    int place = Integer.parseInt(number);
    return place < told.size() ? told.get(place).replace(",", "") : number;
  }

  List<String> names() {
    return List.copyOf(names.values());
  }

  /** A row by these columns, in their order. */
  Map<String, Double> named(Map<String, Double> row) {
    Map<String, Double> result = new LinkedHashMap<>();
    names.forEach((number, name) -> {
      Double share = row.get(number);
      if (share != null) {
        result.put(name, share);
      }
    });
    return result;
  }
}
