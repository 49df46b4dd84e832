package io.makerbench.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.experiment.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTrashTest {
  @TempDir private Path root;

  private RunFolder run(String name) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    Files.writeString(folder.resolve("run.json"), name);
    Files.writeString(folder.resolve("config.json"), "{}");
    return new RunFolder(folder);
  }

  @Test
  void deletedRunIsGoneFromTheListAndComesBackWhole() throws IOException {
    RunFolder run = run("a");
    List<RunTrash.Discarded> moved = RunTrash.discard(List.of(run));
    assertEquals(List.of(), RunFolder.list(root));
    RunTrash.restore(moved);
    assertEquals(List.of(run), RunFolder.list(root));
    assertEquals("a", Files.readString(run.run()));
  }

  @Test
  void runsOfOneNameDoNotOverwriteEachOtherInTheTrash() throws IOException {
    Path first = RunTrash.discard(List.of(run("a"))).getFirst().to();
    Path second = RunTrash.discard(List.of(run("a"))).getFirst().to();
    assertNotEquals(first, second);
    assertTrue(Files.exists(first.resolve("run.json")));
  }
}
