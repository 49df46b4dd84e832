package io.makerbench.learn.figures;

import io.makerbench.env.VectorEnv;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/** Corrections of actions a decision by reason, from one row of metrics to the next. */
final class CorrectionRates {
  private final VectorEnv env;
  private final long[] told;
  private long decisionsTold;

  CorrectionRates(VectorEnv env) {
    this.env = env;
    told = new long[env.corrections().size()];
  }

  /**
   * As columns, named as the environment names its reasons; begins the next row.
   *
   * @param decisions of all copies so far
   */
  void put(Map<String, Double> row, long decisions) {
    long made = decisions - decisionsTold;
    decisionsTold = decisions;
    int reason = 0;
    for (Map.Entry<String, Long> counted : env.corrections().entrySet()) {
      if (made > 0) {
        row.put(counted.getKey(), (double) (counted.getValue() - told[reason]) / made);
      }
      told[reason] = counted.getValue();
      reason++;
    }
  }

  /** Nothing where the environment corrects nothing. */
  void save(DataOutput out) throws IOException {
    for (long count : told) {
      out.writeLong(count);
    }
    if (told.length > 0) {
      out.writeLong(decisionsTold);
    }
  }

  void restore(DataInput in) throws IOException {
    for (int reason = 0; reason < told.length; reason++) {
      told[reason] = in.readLong();
    }
    if (told.length > 0) {
      decisionsTold = in.readLong();
    }
  }
}
