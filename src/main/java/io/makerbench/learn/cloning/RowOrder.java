package io.makerbench.learn.cloning;

import io.makerbench.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The order in which an epoch meets rows: each once, or as many draws as there are rows in which
 * every choice is as likely as any other.
 */
final class RowOrder {
  final int[] rows;
  private final int[][] rowsOfChoices;

  /** Each row once an epoch. */
  RowOrder(int[] rows) {
    this.rows = rows.clone();
    rowsOfChoices = new int[0][];
  }

  /** Rare choices as often as others. */
  RowOrder(int[] rows, Demonstrations kept, int choices) {
    this.rows = rows.clone();
    rowsOfChoices =
        IntStream.range(0, choices)
            .mapToObj(c -> Arrays.stream(rows).filter(row -> kept.actions()[row] == c).toArray())
            .filter(of -> of.length > 0)
            .toArray(int[][]::new);
  }

  /** Draws the order of an epoch. */
  void draw(RandomStream random) {
    if (rowsOfChoices.length == 0) {
      shuffle(rows, random);
      return;
    }
    for (int i = 0; i < rows.length; i++) {
      int[] candidates = rowsOfChoices[random.nextInt(rowsOfChoices.length)];
      rows[i] = candidates[random.nextInt(candidates.length)];
    }
  }

  /** Puts numbers into a random order (Fisher and Yates). */
  static void shuffle(int[] numbers, RandomStream random) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int number = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = number;
    }
  }
}
