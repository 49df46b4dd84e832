package io.makerbench.bench;

import io.makerbench.learn.TrainerListener;
import java.util.Map;

/** Hears nothing of what a trainer tells. */
final class SilentListener implements TrainerListener {
  @Override
  public void metrics(long step, Map<String, Double> values) {
    // figures of a benchmark's learning tell nothing
  }

  @Override
  public void warning(long step, String message) {
    // warnings neither
  }
}
