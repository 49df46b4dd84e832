package io.makerbench.learn.cloning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import io.makerbench.learn.torch.TensorWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How often a clone does what its expert did, or how far from it. */
final class Agreement {
  private static final int[] COLUMN = {0};

  private final boolean discrete;
  private final int choices;
  private final int[] seen;
  private final int[] right;
  private long numbers;
  private long matches;
  private double errors;

  Agreement(Space space) {
    discrete = space instanceof Space.Discrete || space instanceof Space.MultiDiscrete;
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

  /** How many numbers {@link #onTensors} gives. */
  int sums() {
    return choices > 0 ? 2 * choices : 1;
  }

  /**
   * Compares actions on a device: sums for {@link #add(double[], int, long)}, a vector of doubles.
   * Of a single choice they are how often each was right and how often it was wanted, of several
   * how many were right, of numbers the sizes of errors.
   *
   * @param done rows × numbers or choices of an action, double
   * @param wanted the expert's, as those
   */
  NDArray onTensors(TensorWork work, NDArray done, NDArray wanted) {
    if (!discrete) {
      return wanted.sub(done).abs().sum().reshape(1);
    }
    NDArray met = number(done.eq(wanted));
    if (choices == 0) {
      return met.sum().reshape(1);
    }
    NDArray each = number(wanted.eq(work.counting(choices)));
    return NDArrays.concat(new NDList(each.mul(met).sum(COLUMN), each.sum(COLUMN)));
  }

  private static NDArray number(NDArray truths) {
    return truths.toType(DataType.FLOAT64, false);
  }

  /**
   * Adds what {@link #onTensors} found, which may have been added up over minibatches.
   *
   * @param from where that begins
   * @param count numbers or choices that were compared
   */
  void add(double[] sums, int from, long count) {
    numbers += count;
    if (!discrete) {
      errors += sums[from];
      return;
    }
    int counted = Math.max(1, choices);
    for (int c = 0; c < counted; c++) {
      matches += Math.round(sums[from + c]);
    }
    for (int c = 0; c < choices; c++) {
      right[c] += (int) Math.round(sums[from + c]);
      seen[c] += (int) Math.round(sums[from + choices + c]);
    }
  }

  /** As columns of metrics; a choice the expert did not make has no recall. */
  void put(Space space, Map<String, Double> row) {
    if (!discrete) {
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
