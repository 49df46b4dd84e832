package io.makerbench.workbench.replay;

import io.makerbench.env.Fill;
import io.makerbench.experiment.Recollection;
import io.makerbench.workbench.plot.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row of the view of a policy's mind.
 *
 * @param name what it tells of
 * @param value what it tells; empty for a title
 * @param from where its bar begins, as a share of the bar's room
 * @param to where its bar ends
 * @param kind what kind of row it is
 */
record AgentRow(String name, String value, double from, double to, Kind kind) {
  /** Kinds of rows. */
  enum Kind {
    TITLE,
    PLAIN,
    CHOSEN
  }

  /** A scaled number of this size fills its half of the bar. */
  private static final double FULL_BAR = 3;

  static AgentRow title(String words) {
    return new AgentRow(words, "", 0, 0, Kind.TITLE);
  }

  static AgentRow value(String name, String value) {
    return new AgentRow(name, value, 0, 0, Kind.PLAIN);
  }

  /** The choices of a decision, in their own order, or the most preferred of very many. */
  static List<AgentRow> preferences(Recollection thoughts, int decision) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int rank = 0; rank < thoughts.kept(); rank++) {
      low = Math.min(low, thoughts.preference(decision, rank));
      high = Math.max(high, thoughts.preference(decision, rank));
    }
    boolean all = thoughts.kept() == thoughts.actionNames().size();
    AgentRow[] choices = new AgentRow[thoughts.kept()];
    for (int rank = 0; rank < thoughts.kept(); rank++) {
      int place = all ? thoughts.ranked(decision, rank) : rank;
      choices[place] = choice(thoughts, decision, rank, low, high);
    }
    List<AgentRow> rows = new ArrayList<>();
    rows.add(title(title(thoughts, all)));
    rows.addAll(List.of(choices));
    return rows;
  }

  private static String title(Recollection thoughts, boolean all) {
    String words =
        switch (thoughts.preference()) {
          case VALUES -> "Value of each action";
          case PROBABILITIES -> "Probability of each action";
          case NUMBERS -> "Action";
        };
    return all ? words : words + ", the best " + thoughts.kept();
  }

  private static AgentRow choice(
      Recollection thoughts, int decision, int rank, double low, double high) {
    float value = thoughts.preference(decision, rank);
    int choice = thoughts.ranked(decision, rank);
    boolean chosen = choice == thoughts.chosen(decision);
    Kind kind = chosen ? Kind.CHOSEN : Kind.PLAIN;
    String name = thoughts.actionNames().get(choice);
    return switch (thoughts.preference()) {
      case PROBABILITIES ->
          new AgentRow(name, String.format(Locale.ROOT, "%.1f %%", 100 * value), 0, value, kind);
      case VALUES ->
          new AgentRow(
              name, Numbers.brief(value), 0, high > low ? (value - low) / (high - low) : 1, kind);
      case NUMBERS -> signed(name, value);
    };
  }

  /** The last fill before an instant, with its markouts as far as they are known; or nothing. */
  static List<AgentRow> lastFill(ReplayData data, long cursorNs) {
    Fill last = null;
    for (Fill fill : data.episode().fills()) {
      if (data.episode().timeNs()[fill.tick()] > cursorNs) {
        break;
      }
      last = fill;
    }
    if (last == null) {
      return List.of();
    }
    FillWords words = new FillWords(data, cursorNs);
    List<AgentRow> rows = new ArrayList<>();
    rows.add(title("Last fill: " + words.trade(last)));
    for (Horizon horizon : Horizon.values()) {
      rows.add(value("markout after " + horizon, words.markout(last, horizon)));
    }
    return rows;
  }

  /** What a decision saw, in the order of the recipes. */
  static List<AgentRow> observation(Recollection thoughts, int decision) {
    List<AgentRow> rows = new ArrayList<>();
    rows.add(title("Observation"));
    List<String> names = thoughts.observationNames();
    for (int feature = 0; feature < names.size(); feature++) {
      rows.add(signed(names.get(feature), thoughts.observed(decision, feature)));
    }
    return rows;
  }

  private static AgentRow signed(String name, float value) {
    double end = 0.5 + 0.5 * Math.clamp(value / FULL_BAR, -1, 1);
    return new AgentRow(
        name, Numbers.brief(value), Math.min(0.5, end), Math.max(0.5, end), Kind.PLAIN);
  }
}
