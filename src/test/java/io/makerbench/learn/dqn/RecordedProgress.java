package io.makerbench.learn.dqn;

import io.makerbench.learn.TrainerListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps what a trainer reports. */
final class RecordedProgress implements TrainerListener {
  final List<String> rows = new ArrayList<>();

  @Override
  public void metrics(long step, Map<String, Double> values) {
    rows.add(step + " " + values);
  }

  @Override
  public void warning(long step, String message) {
    // none is asked for
  }
}
