package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.learn.TrainedPolicy;
import io.makerbench.system.Market;

/** Refuses a policy where it would observe something else than it learnt from. */
final class ObservationCheck {
  private ObservationCheck() {}

  static void require(TrainedPolicy trained, Market market) {
    String learnt = trained.fingerprint();
    String here = market.observationFingerprint();
    if (!learnt.isEmpty() && !learnt.equals(here)) {
      throw new InputException(
          "The policy learnt from other observations than this market gives. It learnt from: "
              + learnt
              + ". Here they are: "
              + here
              + ". Use the market.features and market.mode it was trained with.");
    }
    int width = market.observationWidth();
    if (trained.policy().shape().inputs() != width) {
      throw new InputException(
          "The policy takes "
              + trained.policy().shape().inputs()
              + " numbers, but this market's observations have "
              + width
              + ". Use the market.features it was trained with.");
    }
  }
}
