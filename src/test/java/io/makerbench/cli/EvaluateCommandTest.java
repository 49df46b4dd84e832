package io.makerbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A dataset, a clone of it, and its exit criteria, all on the command line. */
class EvaluateCommandTest {
  private static final String CONFIG = "configs/perp/clone-heuristic.json";

  @TempDir private Path folder;

  private record Outcome(int exit, String said) {}

  private static Outcome execute(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream together = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(together);
    System.setErr(together);
    try {
      int exit =
          CommandLineProgram.execute(
              (settings, config) -> {
                throw new AssertionError("no window was asked for");
              },
              args);
      return new Outcome(exit, said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static Outcome execute(List<String> first, String... more) {
    List<String> all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return execute(all.toArray(String[]::new));
  }

  private Path run(String name, String... sets) {
    Path run = folder.resolve(name);
    List<String> command =
        List.of(
            "run",
            CONFIG,
            "--out",
            run.toString(),
            "--set",
            "market.max_ticks=60",
            "--set",
            "market.evaluation_windows=1",
            "--set",
            "cloning.hidden=[32]",
            "--set",
            "cloning.epochs=6",
            "--set",
            "cloning.rollouts=0",
            "--set",
            "cloning.test_share=0");
    Outcome outcome = execute(command, sets);
    assertEquals(0, outcome.exit(), outcome.said());
    return run;
  }

  @Test
  void aDatasetIsClonedAndTheCloneJudged() {
    Path data = folder.resolve("data");
    Outcome written =
        execute(
            "dataset",
            CONFIG,
            "--set",
            "market.max_ticks=60",
            "--episodes",
            "20",
            "--workers",
            "2",
            "--out",
            data.toString());
    assertEquals(0, written.exit(), written.said());
    Path run = run("clone", "--set", "cloning.dataset=" + data);
    assertTrue(Files.exists(run.resolve("training_metadata.json")));
    assertTrue(Files.exists(run.resolve("training_curves.png")));
    assertFalse(Files.exists(run.resolve("eval_results.json")), "nothing was asked for");

    Outcome none = execute("evaluate", run.toString(), "--holdout");
    assertEquals(1, none.exit());
    assertTrue(none.said().contains("Name a dataset with --data"), none.said());

    Outcome both =
        execute("evaluate", run.toString(), "--data", data.toString(), "--episodes", "12");
    assertEquals(0, both.exit(), both.said());
    for (String line : List.of("[PASS] action_mae", "[PASS] kill_rate", "[PASS] mean_pnl")) {
      assertTrue(both.said().contains(line), both.said());
    }
    assertTrue(both.said().contains("preset           mild"), both.said());
    assertTrue(both.said().contains("rollout_seed     1"), both.said());
    JsonNode results = Json.read(run.resolve("eval_results.json"));
    assertEquals(120, results.at("/holdout/n_samples").asInt());
    assertEquals(12, results.at("/rollout/num_episodes").asInt());

    Outcome rollout = execute("evaluate", run.toString(), "--rollout", "--episodes", "3", "--json");
    assertEquals(0, rollout.exit(), rollout.said());
    JsonNode alone = Json.read(run.resolve("eval_results.json"));
    assertTrue(alone.get("holdout").isNull());
    assertEquals(2, alone.get("exit_criteria").size());
  }

  @Test
  void aCloneThatFailsIsSaidToFail() {
    Path run =
        run(
            "poor",
            "--set",
            "cloning.expert=modulating",
            "--set",
            "cloning.demonstrations=6000",
            "--set",
            "cloning.epochs=1",
            "--set",
            "cloning.lr=1e-9");
    Path data = folder.resolve("data");
    String[] dataset = {
      "dataset", CONFIG, "--expert", "modulating", "--episodes", "10", "--out", data.toString()
    };
    assertEquals(0, execute(List.of(dataset), "--set", "market.max_ticks=60").exit());
    Outcome judged = execute("evaluate", run.toString(), "--holdout", "--data", data.toString());
    assertEquals(1, judged.exit(), judged.said());
    assertTrue(judged.said().contains("[FAIL] action_mae"), judged.said());
  }

  @Test
  void tooFewEpisodesAreRefused() {
    Outcome outcome = execute("evaluate", folder.toString(), "--episodes", "1");
    assertEquals(2, outcome.exit());
    assertTrue(outcome.said().contains("--episodes must be from 2 to 10000; it is 1"));
  }
}
