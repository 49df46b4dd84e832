package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.evaluate.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ScenarioWorkTest {
  @TempDir private Path folder;

  @Test
  void everyPolicyIsHeldAgainstTheAgentOfEachScenario() throws IOException {
    Runner runner = new Runner(SmallRun.settings(folder));
    RunFolder clone = runner.create(folder.resolve("clone"), config("cloning", 1), null);
    assertEquals(RunState.DONE, runner.start(clone, event -> {}).ended().join());
    SequencedMap<String, ObjectNode> scenarios = new LinkedHashMap<>();
    scenarios.put("calm", config("heuristic", 1));
    scenarios.put("wide", config("heuristic", 2));
    Path out = folder.resolve("scenarios");
    ScenarioWork work = new ScenarioWork(runner, out, event -> {});
    Table table = work.carryOut(scenarios, List.of(clone));
    assertEquals(
        List.of(
            "calm heuristic",
            "calm do_nothing",
            "calm cloning",
            "wide heuristic",
            "wide do_nothing",
            "wide cloning"),
        table.rows().stream().map(row -> row.get(0) + " " + row.get(1)).toList());
    for (List<String> row : table.rows()) {
      assertEquals("3", row.get(2));
      assertEquals("0.0", row.get(5), "nobody is killed");
      boolean first = row.get(1).equals("heuristic");
      assertEquals(first ? "" : "heuristic", row.get(6));
      assertTrue(first || Double.parseDouble(row.get(8)) <= Double.parseDouble(row.get(9)));
    }
    assertEquals(table.toCsv(), Files.readString(out.resolve("scenarios.csv")));
    assertEquals(table.toCsv(), work.carryOut(scenarios, List.of(clone)).toCsv(), "read again");
  }

  @Test
  void aScenarioThatLearnsIsRefused() {
    SequencedMap<String, ObjectNode> scenarios = new LinkedHashMap<>();
    scenarios.put("learns", config("cloning", 1));
    Path out = folder.resolve("scenarios");
    ScenarioWork work = new ScenarioWork(new Runner(SmallRun.settings(folder)), out, event -> {});
    InputException thrown =
        assertThrows(InputException.class, () -> work.carryOut(scenarios, List.of()));
    assertTrue(thrown.getMessage().contains("learns"), thrown.getMessage());
    assertTrue(Files.notExists(out));
  }

  private static ObjectNode config(String agent, int spread) {
    String text =
        """
        {
          "system": "perp", "agent": {"type": "%s"},
          "market": {
            "max_ticks": 40, "evaluation_windows": 3,
            "shocks": [{"kind": "spread_factor", "size": %d}]
          },
          "cloning": {
            "expert": "heuristic", "demonstrations": 400, "epochs": 1, "hidden": [8]
          },
          "evaluation": {"baselines": ["do_nothing"], "eval_log_flag": false},
          "execution": {"device": "cpu", "copies": 2}
        }
        """;
    return ConfigFiles.complete(Json.parse(text.formatted(agent, spread), "scenario"));
  }
}
