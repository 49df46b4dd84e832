package io.makerbench.learn.ppo;

import io.makerbench.learn.TrainerListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps the rows of metrics that a trainer tells. */
final class Rows implements TrainerListener {
  final List<Map<String, Double>> all = new ArrayList<>();
  final List<Map<String, Double>> episodes = new ArrayList<>();
  final List<Map<String, Double>> decisions = new ArrayList<>();

  @Override
  public void metrics(long step, Map<String, Double> values) {
    all.add(values);
  }

  @Override
  public void episode(long step, Map<String, Double> values) {
    episodes.add(values);
  }

  @Override
  public void decision(long step, Map<String, Double> values) {
    decisions.add(values);
  }

  @Override
  public void warning(long step, String message) {
    // none is asked for
  }
}
