package io.makerbench.learn.watch;

import io.makerbench.env.Actions;
import io.makerbench.env.Space;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a policy did in a period. */
sealed interface Choices permits CountedChoices, MeasuredChoices {
  /** Those of a space of actions. */
  static Choices of(Space space) {
    return switch (space) {
      case Space.Discrete discrete -> new CountedChoices(List.of(discrete.choices()));
      case Space.MultiDiscrete several -> new CountedChoices(several.choices());
      case Space.Box box -> new MeasuredChoices(box.width(), box.low(), box.high());
      case Space.Simplex shares -> new MeasuredChoices(shares.width(), 0, 1);
    };
  }

  /** Takes in the actions of all copies. */
  void add(Actions actions, int copies);

  /**
   * How far it does the same always.
   *
   * @param exploration share of the decisions that were taken at random
   * @return null where too few decisions were its own
   */
  @Nullable Concentration concentration(double exploration);

  /** Begins the next period. */
  void clear();

  void save(DataOutput out) throws IOException;

  void restore(DataInput in) throws IOException;
}
