package io.makerbench.system.replay;

import io.makerbench.config.InputException;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a trained policy carries of its observations, so that it can be shown the same later.
 *
 * @param observation what they are made of
 * @param mean mean subtracted from each market feature
 * @param deviation deviation each market feature is divided by
 */
record ObservationFacts(String observation, List<Double> mean, List<Double> deviation) {

  static ObservationFacts of(String observation, Scaling scaling) {
    return new ObservationFacts(
        observation,
        Arrays.stream(scaling.mean()).boxed().toList(),
        Arrays.stream(scaling.deviation()).boxed().toList());
  }

  /**
   * Reads what a policy carried.
   *
   * @throws InputException when it observed something else
   */
  static ObservationFacts read(String json, String observation) {
    ObservationFacts facts;
    try {
      facts = JsonMapper.shared().readValue(json, ObservationFacts.class);
    } catch (JacksonException e) {
      throw new InputException(
          "The policy's facts of observation cannot be read: " + e.getOriginalMessage() + ".", e);
    }
    if (!facts.observation.equals(observation)) {
      throw new InputException(
          "The policy observes ["
              + facts.observation
              + "], but this configuration gives ["
              + observation
              + "]. Evaluate it with the features and mode it was trained with.");
    }
    return facts;
  }

  String json() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  Scaling scaling() {
    return Scaling.of(
        mean.stream().mapToDouble(Double::doubleValue).toArray(),
        deviation.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
