package io.makerbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.Json;
import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.catalogue.MadeRuns;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code runs}, {@code diff}, {@code note} and {@code trash}. */
class RunTableCommandsTest {
  @TempDir private Path home;
  private String root;
  private RunFolder slow;
  private RunFolder fast;

  @BeforeEach
  void make() {
    MadeRuns made = new MadeRuns(home);
    root = made.root().toString();
    slow = made.make("slow", "dqn.lr=0.0001");
    fast = made.make("fast", "dqn.lr=0.01");
  }

  /** What a command that must succeed prints. */
  private static String execute(String... args) {
    return execute(CommandLineProgram.DONE, args);
  }

  private static String execute(int exit, String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    try {
      int ended = CommandLineProgram.execute((settings, config) -> CommandLineProgram.FAILED, args);
      assertEquals(exit, ended, () -> printed.toString(StandardCharsets.UTF_8));
      return printed.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void runsAreFilteredSortedAndPrintedAsAsked() {
    String csv = execute("runs", root, "--sort", "-dqn.lr", "--columns", "name,dqn.lr", "--csv");
    assertEquals("name,dqn.lr\nfast,0.01\nslow,0.0001\n", csv);
    String json = execute("runs", root, "--filter", "dqn.lr<0.001", "--json");
    assertEquals("slow", Json.parse(json, "output").get("name").stringValue());
    assertEquals(42, Json.parse(json, "output").get("seed").intValue());
    assertTrue(execute("runs", root).startsWith("name  label  state"));
  }

  @Test
  void aQueryThatCannotBeUnderstoodIsWrongUse() {
    String said = execute(CommandLineProgram.WRONG_USE, "runs", root, "--filter", "speed>1");
    assertTrue(said.contains("No run has a field speed"), said);
  }

  @Test
  void differencesAreTheKeysThatDiffer() {
    String table = execute("diff", slow.path().toString(), fast.path().toString(), "--csv");
    assertEquals("key,slow,fast\nlabel,slow,fast\ndqn.lr,0.0001,0.01\n", table);
    assertEquals(
        "The configurations are equal.\n",
        execute("diff", slow.path().toString(), slow.path().toString())
            .replace(System.lineSeparator(), "\n"));
  }

  @Test
  void notesTagsAndTheArchiveAreKeptInTheFolder() {
    execute("note", slow.path().toString(), "--tag", "first", "--label", "Slow one", "--archive");
    List<String> names = execute("runs", root, "--columns", "name", "--csv").lines().toList();
    assertEquals(List.of("name", "fast"), names, "the other is archived");
    String found = execute("runs", root, "--archived", "--filter", "tag:first", "--csv");
    assertTrue(found.contains("Slow one"), found);
    execute(CommandLineProgram.WRONG_USE, "note", fast.path().toString(), "--tag", "two words");
  }

  @Test
  void deletedRunsComeBackUntilTheTrashIsEmptied() {
    execute("trash", slow.path().toString());
    assertEquals(List.of(fast), RunFolder.list(Path.of(root)));
    assertTrue(execute("trash", "--runs", root).startsWith("slow"));
    execute("trash", "--runs", root, "--restore", "slow");
    assertEquals(List.of(slow, fast), RunFolder.list(Path.of(root)));
    execute("trash", fast.path().toString());
    assertTrue(execute("trash", "--runs", root, "--empty").contains("1"));
    execute(CommandLineProgram.FAILED, "trash", "--runs", root, "--restore", "fast");
  }
}
