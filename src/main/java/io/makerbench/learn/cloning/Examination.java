package io.makerbench.learn.cloning;

import io.makerbench.learn.acting.DistributionRule;
import io.makerbench.learn.net.TrainableNetwork;
import io.makerbench.learn.torch.TensorNetwork;

/** Judges a network, as it would act, on rows of demonstrations, where its engine has it. */
sealed interface Examination extends AutoCloseable permits HostExamination, TensorExamination {
  /**
   * Where a network is.
   *
   * @param rows those to judge on
   * @param batchSize rows that are looked at together
   */
  static Examination of(
      TrainableNetwork network,
      RowLoss loss,
      Demonstrations kept,
      int[] rows,
      DistributionRule rule,
      int batchSize) {
    return network instanceof TensorNetwork tensors
        ? new TensorExamination(tensors, loss, kept, rows, batchSize)
        : new HostExamination(network, loss, kept, rows, rule, batchSize);
  }

  /** Mean loss of the rows; what the network would do is compared with what the expert did. */
  double of(Agreement agreement);

  @Override
  void close();
}
