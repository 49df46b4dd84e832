package io.makerbench.experiment.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.Json;
import io.makerbench.experiment.ConfigFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class RunEstimateTest {
  private static ObjectNode config(String json) {
    return ConfigFiles.complete(Json.parse(json, "test"));
  }

  private static PastRun past(String name, ObjectNode config) {
    return new PastRun(name, config, 1000, 20, 5, 300);
  }

  @Test
  void twiceTheLengthTakesTwiceTheTrainingOfTheRunMostLikeIt() {
    ObjectNode wanted =
        config("{\"agent\": {\"type\": \"ppo\"}, \"ppo\": {\"total_ticks\": 2000}, \"seed\": 7}");
    ObjectNode near = config("{\"agent\": {\"type\": \"ppo\"}, \"ppo\": {\"total_ticks\": 1000}}");
    ObjectNode far =
        config(
            "{\"agent\": {\"type\": \"ppo\"}, \"ppo\": {\"total_ticks\": 2000, \"lr\": 0.01},"
                + " \"execution\": {\"copies\": 4}}");
    RunEstimate estimate =
        RunEstimate.of(wanted, List.of(past("far", far), past("near", near))).orElseThrow();
    assertEquals(new RunEstimate(2000, 45, 300, "near", 0), estimate);
    assertEquals(2, RunEstimate.of(wanted, List.of(past("far", far))).orElseThrow().differences());
  }

  @Test
  void settingsOfOtherLearnersAndOtherSystemsDoNotCount() {
    ObjectNode wanted = config("{\"agent\": {\"type\": \"ppo\"}, \"dqn\": {\"lr\": 0.5}}");
    ObjectNode same = config("{\"agent\": {\"type\": \"ppo\"}}");
    assertEquals(0, RunEstimate.of(wanted, List.of(past("a", same))).orElseThrow().differences());
    ObjectNode dqn = config("{\"agent\": {\"type\": \"dqn\"}}");
    ObjectNode other = config("{\"agent\": {\"type\": \"ppo\"}, \"system\": \"analytic\"}");
    assertEquals(
        Optional.empty(), RunEstimate.of(wanted, List.of(past("a", dqn), past("b", other))));
    ObjectNode rule = config("{\"agent\": {\"type\": \"do_nothing\"}}");
    assertTrue(RunEstimate.of(rule, List.of(past("a", same))).isEmpty());
  }
}
