package io.makerbench.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.Json;
import io.makerbench.tape.SyntheticConfig;
import io.makerbench.tape.SyntheticRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code makerbench calibrate} on a generated tape. */
class CalibrateCommandTest {
  @TempDir private Path folder;
  private Path tape = Path.of("");

  @BeforeEach
  void generate() {
    tape = folder.resolve("made.tape");
    SyntheticConfig config =
        new SyntheticConfig(
            SyntheticConfig.Moves.TRADERS,
            90,
            60_000,
            0.1,
            0.001,
            4,
            1.5,
            4,
            2,
            0.4,
            6,
            0.02,
            25,
            20,
            2000);
    SyntheticRecording.generate(config, 3, tape);
  }

  private int calibrate(String out, String... options) {
    Stream<String> all =
        Stream.concat(
            Stream.of("calibrate", tape.toString(), "--out", folder.resolve(out).toString()),
            Stream.of(options));
    return CommandLineProgram.execute(
        (settings, config) -> {
          throw new AssertionError("no window was asked for");
        },
        all.toArray(String[]::new));
  }

  @Test
  void writesParametersAndAPageThatNeedsNothingBesideIt() throws Exception {
    assertEquals(0, calibrate("a", "--seed", "4"));
    JsonNode root = Json.read(folder.resolve("a/calibration.json"));
    assertEquals("synthetic", root.at("/tape/exchange").asString());
    assertEquals(4, root.at("/seed").asInt());
    assertEquals(90, root.at("/tape/seconds").asDouble(), 1);
    assertTrue(root.at("/models/zero_intelligence/markets_per_second").asDouble() > 0);
    assertTrue(root.at("/goodness_of_fit/distances/poisson/spreads_ticks").isObject());
    Path page = folder.resolve("a/goodness.html");
    String html = Files.readString(page).replaceFirst("<!DOCTYPE html>\n", "");
    assertTrue(!html.contains("http://") || html.contains("http://www.w3.org/2000/svg"));
    assertTrue(!html.contains("NaN"), "what is not known is a dash");
    Files.writeString(page, html);
    assertTrue(
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(page.toFile())
                .getElementsByTagName("svg")
                .getLength()
            > 8);
  }

  @Test
  void theSameSeedGivesTheSameBytesAndLeavesNothingElse() throws IOException {
    assertEquals(0, calibrate("a"));
    assertEquals(0, calibrate("b"));
    for (String file : List.of("calibration.json", "goodness.html")) {
      byte[] first = Files.readAllBytes(folder.resolve("a").resolve(file));
      assertArrayEquals(first, Files.readAllBytes(folder.resolve("b").resolve(file)));
    }
    try (Stream<Path> files = Files.list(folder.resolve("a"))) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void namedModelsAloneAreCalibrated() {
    assertEquals(0, calibrate("a", "--model", "poisson,queue-reactive"));
    JsonNode models = Json.read(folder.resolve("a/calibration.json")).get("models");
    assertTrue(models.get("poisson").isObject());
    assertTrue(models.get("queue_reactive").isObject());
    assertTrue(models.get("hawkes").isNull());
    assertTrue(models.get("zero_intelligence").isNull());
  }

  @Test
  void wrongUseIsRefused() {
    assertEquals(2, calibrate("a", "--model", "clairvoyant"));
    tape = folder.resolve("absent.tape");
    assertEquals(1, calibrate("a"));
    assertTrue(Files.notExists(folder.resolve("a")));
  }
}
