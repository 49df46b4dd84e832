package io.makerbench.learn.file;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.env.Space;

/**
 * What the numbers mean that a module of unknown making gives for an observation. One choice: the
 * index of the first of the largest of as many numbers as there are choices. Several choices: their
 * numbers stand one behind the other, and each choice is taken likewise. A box: the action itself,
 * cut off at the bounds. A simplex: numbers of at least 0, of which each share is the part.
 *
 * @param actions what the market takes
 * @param source what a message calls the module
 */
record ModuleOutputs(Space actions, String source) {
  /** Numbers needed for an observation. */
  int width() {
    return switch (actions) {
      case Space.Discrete one -> one.choices();
      case Space.MultiDiscrete several -> several.choices().stream().mapToInt(n -> n).sum();
      case Space.Box box -> box.width();
      case Space.Simplex simplex -> simplex.width();
    };
  }

  /** Writes the action of a copy, from the numbers that begin at {@code at}. */
  void decide(float[] outputs, int at, Actions chosen, int copy) {
    switch (actions) {
      case Space.Discrete one -> chosen.discrete[copy] = largest(outputs, at, one.choices());
      case Space.MultiDiscrete several -> {
        int group = at;
        for (int i = 0; i < several.width(); i++) {
          int choices = several.choices().get(i);
          chosen.discrete[copy * several.width() + i] = largest(outputs, group, choices);
          group += choices;
        }
      }
      case Space.Box box -> {
        for (int i = 0; i < box.width(); i++) {
          chosen.continuous[copy * box.width() + i] =
              (float) Math.clamp(number(outputs, at + i), box.low(), box.high());
        }
      }
      case Space.Simplex simplex -> share(outputs, at, chosen.continuous, copy * simplex.width());
    }
  }

  private int largest(float[] outputs, int at, int choices) {
    int best = 0;
    for (int i = 0; i < choices; i++) {
      if (number(outputs, at + i) > outputs[at + best]) {
        best = i;
      }
    }
    return best;
  }

  private void share(float[] outputs, int at, float[] shares, int to) {
    double sum = 0;
    for (int i = 0; i < actions.width(); i++) {
      sum += number(outputs, at + i);
      if (outputs[at + i] < 0) {
        throw new InputException(
            "%s gives the share %s; shares are at least 0.".formatted(source, outputs[at + i]));
      }
    }
    if (sum == 0) {
      throw new InputException("%s gives shares that are all 0.".formatted(source));
    }
    for (int i = 0; i < actions.width(); i++) {
      shares[to + i] = (float) (outputs[at + i] / sum);
    }
  }

  private float number(float[] outputs, int at) {
    if (Float.isNaN(outputs[at])) {
      throw new InputException("%s gives something that is not a number.".formatted(source));
    }
    return outputs[at];
  }
}
