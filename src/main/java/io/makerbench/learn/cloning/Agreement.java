package io.makerbench.learn.cloning;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How often a clone does what its expert did, or how far from it. */
final class Agreement {
  private final int choices;
  private final int[] seen;
  private final int[] right;
  private long numbers;
  private long matches;
  private double errors;

  Agreement(Space space) {
    choices = choices(space);
    seen = new int[choices];
    right = new int[choices];
  }

  /** Choices of a space with a single choice; 0 for others. */
  private static int choices(Space space) {
    return space instanceof Space.Discrete discrete ? discrete.choices() : 0;
  }

  /** The columns that {@link #put} can fill. */
  static List<String> columns(Space space) {
    return switch (space) {
      case Space.Discrete discrete -> {
        List<String> columns = new ArrayList<>(List.of("accuracy", "recall_mean"));
        for (int c = 0; c < discrete.choices(); c++) {
          columns.add("recall_" + c);
        }
        yield columns;
      }
      case Space.MultiDiscrete _ -> List.of("accuracy");
      case Space.Box _, Space.Simplex _ -> List.of("mae");
    };
  }

  /** Compares the first numbers or choices of actions. */
  void add(Actions done, float[] expert, int count) {
    boolean discrete = done.continuous.length == 0;
    for (int i = 0; i < count; i++) {
      float wanted = expert[i];
      if (discrete) {
        choice((int) wanted, done.discrete[i]);
      } else {
        errors += Math.abs(wanted - done.continuous[i]);
      }
      numbers++;
    }
  }

  private void choice(int wanted, int done) {
    matches += wanted == done ? 1 : 0;
    if (choices > 0) {
      seen[wanted]++;
      right[wanted] += wanted == done ? 1 : 0;
    }
  }

  /** As columns of metrics; a choice the expert did not make has no recall. */
  void put(Space space, Map<String, Double> row) {
    if (space instanceof Space.Box || space instanceof Space.Simplex) {
      row.put("mae", errors / numbers);
      return;
    }
    row.put("accuracy", (double) matches / numbers);
    double sum = 0;
    int made = 0;
    for (int c = 0; c < choices; c++) {
      if (seen[c] > 0) {
        double recall = (double) right[c] / seen[c];
        row.put("recall_" + c, recall);
        sum += recall;
        made++;
      }
    }
    if (made > 0) {
      row.put("recall_mean", sum / made);
    }
  }
}
