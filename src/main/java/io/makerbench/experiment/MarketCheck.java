package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.env.Space;
import io.makerbench.learn.acting.TrainedPolicy;
import io.makerbench.system.Market;

/** Refuses a policy where it would observe or may do something else than it learnt. */
final class MarketCheck {
  private MarketCheck() {}

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
    requireWidth(trained, market.observationWidth());
    requireActions(trained, market.actionSpace());
  }

  private static void requireWidth(TrainedPolicy trained, int width) {
    if (trained.policy().shape().inputs() != width) {
      throw new InputException(
          "The policy takes "
              + trained.policy().shape().inputs()
              + " numbers, but this market's observations have "
              + width
              + ". Use the market.features it was trained with.");
    }
  }

  private static void requireActions(TrainedPolicy trained, Space here) {
    Space learnt = trained.policy().rule().space();
    if (!learnt.equals(here)) {
      throw new InputException(
          "The policy decides for %s, but this market takes %s. Use the actions it was trained with."
              .formatted(words(learnt), words(here)));
    }
  }

  private static String words(Space space) {
    return switch (space) {
      case Space.Discrete one -> "one of %d actions".formatted(one.choices());
      case Space.MultiDiscrete several -> "choices among %s".formatted(several.choices());
      case Space.Box box ->
          "%d numbers from %s to %s".formatted(box.width(), box.low(), box.high());
      case Space.Simplex simplex -> "%d shares of a whole".formatted(simplex.width());
    };
  }
}
