package io.makerbench.learn.dqn;

/**
 * Sums over a binary tree, to draw a leaf with a chance in proportion to its weight in O(log n)
 * (Schaul and others, 2016).
 */
final class SumTree {
  private final int leaves;
  private final double[] sums;

  SumTree(int capacity) {
    leaves = Integer.highestOneBit(Math.max(1, 2 * capacity - 1));
    sums = new double[2 * leaves];
  }

  double total() {
    return sums[1];
  }

  double weight(int leaf) {
    return sums[leaves + leaf];
  }

  void set(int leaf, double weight) {
    int node = leaves + leaf;
    sums[node] = weight;
    for (node >>= 1; node > 0; node >>= 1) {
      sums[node] = sums[2 * node] + sums[2 * node + 1];
    }
  }

  /** The leaf in which {@code mass}, 0 ≤ mass &lt; total, falls. */
  int find(double mass) {
    int node = 1;
    double rest = mass;
    while (node < leaves) {
      node *= 2;
      if (rest >= sums[node] && sums[node + 1] > 0) {
        rest -= sums[node];
        node++;
      }
    }
    return node - leaves;
  }
}
