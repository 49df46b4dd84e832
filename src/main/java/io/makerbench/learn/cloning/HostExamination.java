package io.makerbench.learn.cloning;

import io.makerbench.env.Actions;
import io.makerbench.learn.acting.DistributionRule;
import io.makerbench.learn.net.TrainableNetwork;

/** Judges on the heap. */
final class HostExamination implements Examination {
  private static final float[] NO_STATE = {};

  private final TrainableNetwork network;
  private final RowLoss loss;
  private final int[] rows;
  private final DistributionRule rule;
  private final Minibatch batch;
  private final Actions actions;

  HostExamination(
      TrainableNetwork network,
      RowLoss loss,
      Demonstrations kept,
      int[] rows,
      DistributionRule rule,
      int batchSize) {
    this.network = network;
    this.loss = loss;
    this.rows = rows;
    this.rule = rule;
    batch = new Minibatch(kept, loss.outputs(), batchSize);
    actions = Actions.of(rule.space(), batch.weights.length);
  }

  @Override
  public double of(Agreement agreement) {
    double sum = 0;
    for (int from = 0; from < rows.length; ) {
      int count = batch.take(rows, from);
      network.predict(batch.inputs(), batch.outputs, NO_STATE);
      sum +=
          count
              * BatchLoss.of(
                  loss, batch.outputs, batch.targets, batch.weights, count, batch.gradients);
      for (int row = 0; row < count; row++) {
        rule.decide(batch.outputs, row * loss.outputs(), actions, row);
      }
      agreement.add(actions, batch.targets, count * loss.targets());
      from += count;
    }
    return sum / rows.length;
  }

  @Override
  public void close() {
    // the network is another's
  }
}
