package io.makerbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {
  @TempDir private Path path;
  private RunFolder folder;
  private CheckpointStore store;

  @BeforeEach
  void open() {
    folder = new RunFolder(path);
    store = new CheckpointStore(folder);
  }

  @Test
  void theNewestTwoAreKeptAndTheNewestIsFound() throws IOException {
    for (long step : new long[] {5, 10, 20, 100}) {
      store.write(step, Map.of("metrics.csv", step * 7), List.of(), into -> fill(into, "x"));
    }
    assertEquals(List.of("step-000000000020", "step-000000000100"), names());
    Path newest = folder.newestCheckpoint().orElseThrow();
    assertEquals("step-000000000100", newest.getFileName().toString());
    assertEquals(700, CheckpointStore.bytes(newest, "metrics.csv"));
  }

  @Test
  void aCheckpointThatFailsLeavesTheOneBeforeAsTheNewest() throws IOException {
    store.write(1, Map.of(), List.of(), into -> fill(into, "good"));
    assertThrows(
        UncheckedIOException.class,
        () ->
            store.write(
                2,
                Map.of(),
                List.of(),
                into -> {
                  fill(into, "half");
                  throw new UncheckedIOException(new IOException("disk full"));
                }));
    assertEquals(
        "step-000000000001", folder.newestCheckpoint().orElseThrow().getFileName().toString());
    store.write(3, Map.of(), List.of(), into -> fill(into, "whole"));
    assertEquals(List.of("step-000000000001", "step-000000000003"), names());
  }

  @Test
  void theEndLeavesOnlyTheFinalOne() throws IOException {
    store.write(1, Map.of(), List.of(), into -> fill(into, "a"));
    store.finish(2, Map.of(), "", into -> fill(into, "b"));
    assertEquals(List.of("final"), names());
    assertTrue(folder.newestCheckpoint().isEmpty());
    assertEquals("b", Files.readString(folder.finalCheckpoint().resolve("content")));
  }

  @Test
  void whatAKillLeftBesideTheFinalOneIsRemoved() throws IOException {
    store.finish(2, Map.of(), "", into -> fill(into, "b"));
    for (String left : List.of("step-000000000001", ".removing-step-000000000000", ".writing")) {
      fill(Files.createDirectory(folder.checkpoints().resolve(left)), "x");
    }
    store.leaveOnlyFinal();
    assertEquals(List.of("final"), names());
  }

  @Test
  void theNewestFromBeforeADangerIsKeptWhileItShows() throws IOException {
    for (long step : new long[] {5, 10, 20, 30, 100}) {
      List<Long> dangers = step > 10 ? List.of(12L) : List.of();
      store.write(step, Map.of(), dangers, into -> fill(into, "at " + step));
    }
    assertEquals(List.of("step-000000000010", "step-000000000030", "step-000000000100"), names());
    assertEquals(10, CheckpointStore.step(store.before(12).orElseThrow()));
    assertTrue(store.before(9).isEmpty());
    store.finishWith(store.before(12).orElseThrow(), "It was stopped.");
    assertEquals(List.of("final"), names());
    assertEquals("at 10", Files.readString(folder.finalCheckpoint().resolve("content")));
    assertEquals("It was stopped.", CheckpointStore.remark(folder));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> inside = Files.list(folder.checkpoints())) {
      return inside.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  private static void fill(Path into, String text) {
    try {
      Files.writeString(into.resolve("content"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
