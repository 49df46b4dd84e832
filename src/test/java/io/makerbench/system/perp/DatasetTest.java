package io.makerbench.system.perp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.system.TradingSystem.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DatasetTest {
  private static final PerpConfig CONFIG =
      PerpConfigs.of("{\"randomisation\": \"full\", \"max_ticks\": 40, \"obs_version\": 1}");

  @TempDir private Path folder;

  private Path write(String name, int workers) {
    Path target = folder.resolve(name);
    Dataset.write(
        CONFIG,
        new Place(null, Path.of(".")),
        new DatasetJob(7, workers, 42, "heuristic", 1_702_000_000),
        target);
    return target;
  }

  @Test
  void theSameBytesWhateverTheNumberOfWorkers() throws IOException {
    Path one = write("one", 1);
    Path three = write("three", 3);
    for (String file : Dataset.FILES) {
      assertArrayEquals(
          Files.readAllBytes(one.resolve(file + ".npy")),
          Files.readAllBytes(three.resolve(file + ".npy")),
          file);
    }
    assertEquals(
        Files.readString(one.resolve("metadata.json")),
        Files.readString(three.resolve("metadata.json")));
  }

  @Test
  void filesHaveTheirShapesAndTheIdentityAsAction() throws IOException {
    Path written = write("data", 2);
    JsonNode facts = Json.read(written.resolve("metadata.json"));
    assertEquals(7 * 40, facts.get("num_transitions").asInt());
    assertEquals(87, facts.get("obs_dim").asInt());
    assertEquals("1702000000", facts.get("collected_at").asString());
    assertEquals(128L + 7 * 40 * 87 * Float.BYTES, Files.size(written.resolve("observations.npy")));
    byte[] bytes = Files.readAllBytes(written.resolve("actions.npy"));
    String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
    assertTrue(header.contains("'shape': (280, 21)"), header);
    assertTrue(header.endsWith("\n"));
    ByteBuffer actions =
        ByteBuffer.wrap(bytes, 128, bytes.length - 128).order(ByteOrder.LITTLE_ENDIAN);
    float[] identity = {
      0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0, 0, 0, 0, 0, 0.5f, 0.2f, 0.2f,
      0.2f, 0.2f, 0.2f
    };
    for (float number : identity) {
      assertEquals(number, actions.getFloat());
    }
  }

  @Test
  void observationsAreRaw() throws IOException {
    byte[] bytes = Files.readAllBytes(write("raw", 2).resolve("observations.npy"));
    ByteBuffer numbers =
        ByteBuffer.wrap(bytes, 128, bytes.length - 128).order(ByteOrder.LITTLE_ENDIAN);
    float fair = numbers.getFloat();
    assertTrue(fair > 195 && fair < 410, "fair value " + fair);
  }

  @Test
  void aFolderThatIsThereIsLeftAlone() throws IOException {
    Path there = Files.createDirectory(folder.resolve("there"));
    assertThrows(
        InputException.class,
        () ->
            Dataset.write(
                CONFIG,
                new Place(null, Path.of(".")),
                new DatasetJob(1, 1, 1, "heuristic", 0),
                there));
    try (var files = Files.list(there)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void anUnknownExpertLeavesNothingBehind() {
    Path none = folder.resolve("none");
    assertThrows(
        InputException.class,
        () ->
            Dataset.write(
                CONFIG, new Place(null, Path.of(".")), new DatasetJob(1, 1, 1, "nobody", 0), none));
    assertFalse(Files.exists(none));
  }
}
