package io.makerbench.learn.dqn;

import io.makerbench.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.IntPredicate;

/** Which entries of a replay buffer are drawn, and how often. */
sealed interface Priorities {
  static Priorities of(DqnConfig config) {
    return config.prioritisedReplay() ? new Proportional(config.replayCapacity()) : new Uniform();
  }

  void add(int entry);

  void remove(int entry);

  /** Draws one of the entries 0 … used − 1 that are transitions. */
  int draw(RandomStream random, int used, IntPredicate isTransition);

  /** Factor that undoes the bias of drawing this entry more often than others. */
  double importance(int entry, int transitions);

  /** Called when a batch is full. */
  void endDraw(Batch batch);

  void update(int entry, double error);

  void save(DataOutput out, int used) throws IOException;

  void restore(DataInput in, int used) throws IOException;

  /** Every transition is as likely. */
  final class Uniform implements Priorities {
    @Override
    public void add(int entry) {}

    @Override
    public void remove(int entry) {}

    @Override
    public int draw(RandomStream random, int used, IntPredicate isTransition) {
      int entry;
      do {
        entry = random.nextInt(used);
      } while (!isTransition.test(entry));
      return entry;
    }

    @Override
    public double importance(int entry, int transitions) {
      return 1;
    }

    @Override
    public void endDraw(Batch batch) {}

    @Override
    public void update(int entry, double error) {}

    @Override
    public void save(DataOutput out, int used) {}

    @Override
    public void restore(DataInput in, int used) {}
  }

  /**
   * In proportion to (|error| + ε)^α, with weights (1 / (N·P))^β relative to the largest of the
   * batch (Schaul and others, 2016, proportional variant, β fixed).
   */
  final class Proportional implements Priorities {
    private static final double ALPHA = 0.6;
    private static final double BETA = 0.4;
    private static final double SMALLEST_ERROR = 1e-6;

    private final SumTree tree;
    private double largest = 1;

    Proportional(int capacity) {
      tree = new SumTree(capacity);
    }

    @Override
    public void add(int entry) {
      tree.set(entry, largest);
    }

    @Override
    public void remove(int entry) {
      tree.set(entry, 0);
    }

    @Override
    public int draw(RandomStream random, int used, IntPredicate isTransition) {
      return tree.find(random.nextDouble() * tree.total());
    }

    @Override
    public double importance(int entry, int transitions) {
      return StrictMath.pow(transitions * tree.weight(entry) / tree.total(), -BETA);
    }

    @Override
    public void endDraw(Batch batch) {
      batch.scaleWeightsToOne();
    }

    @Override
    public void update(int entry, double error) {
      double priority = StrictMath.pow(Math.abs(error) + SMALLEST_ERROR, ALPHA);
      largest = Math.max(largest, priority);
      tree.set(entry, priority);
    }

    @Override
    public void save(DataOutput out, int used) throws IOException {
      out.writeDouble(largest);
      for (int i = 0; i < used; i++) {
        out.writeDouble(tree.weight(i));
      }
    }

    @Override
    public void restore(DataInput in, int used) throws IOException {
      largest = in.readDouble();
      for (int i = 0; i < used; i++) {
        tree.set(i, in.readDouble());
      }
    }
  }
}
