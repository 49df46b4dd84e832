package io.makerbench.system.perp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import io.makerbench.env.Actions;
import io.makerbench.policy.Policy;
import io.makerbench.system.TradingSystem.Place;
import io.makerbench.system.Trajectories;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Datasets read back, and those that are refused. */
class DatasetReaderTest {
  private static final int EPISODES = 3;
  private static final int TICKS = 30;

  @TempDir private Path folder;

  private static PerpConfig config(String more) {
    return PerpConfigs.of("{\"randomisation\": \"full\", \"max_ticks\": " + TICKS + more + "}");
  }

  private Path written(String expert) {
    Path target = folder.resolve("data");
    Dataset.write(
        config(""),
        new Place(null, Path.of(".")),
        new DatasetJob(EPISODES, 2, 42, expert, 0),
        target);
    return target;
  }

  private static Trajectories read(PerpConfig config, Path dataset) {
    return new PerpMarket(config).trajectories(dataset);
  }

  /** What the expert sees in an episode's market and does there, to the units of a clone. */
  @ParameterizedTest
  @CsvSource({"true,1e-4", "false,0"})
  void whatIsReadIsWhatTheExpertSawAndDid(boolean scaled, float tolerance) {
    PerpConfig config = config(", \"scaled_observations\": " + scaled);
    Trajectories read = read(config, written("modulating"));
    int[] episodes = new int[EPISODES * TICKS];
    Arrays.setAll(episodes, row -> row / TICKS);
    assertArrayEquals(episodes, read.episodes());
    assertEquals("modulating", read.expert());
    Observation observation = Observation.of(config);
    Policy expert = Baseline.policy("modulating", observation);
    Actions actions = Actions.of(ActionCode.space(5), 1);
    float[] seen = new float[observation.width()];
    int row = 0;
    for (int episode = 0; episode < EPISODES; episode++) {
      Simulation simulation = new Simulation(config, 1);
      simulation.begin(0, 42 + 12_345L * episode);
      for (int tick = 1; tick <= TICKS; tick++, row++) {
        observation.write(simulation.copies(), 0, seen);
        expert.act(seen, 1, actions);
        assertRow(seen, read.observations(), row, tolerance);
        assertRow(actions.continuous, read.actions(), row, 3e-6f);
        simulation.step(0, tick, actions.continuous);
      }
    }
  }

  private static void assertRow(float[] expected, float[] all, int row, float tolerance) {
    float[] found = Arrays.copyOfRange(all, row * expected.length, (row + 1) * expected.length);
    if (tolerance == 0) {
      assertArrayEquals(expected, found);
      return;
    }
    for (int i = 0; i < expected.length; i++) {
      double room = tolerance * Math.max(1, Math.abs(expected[i]));
      assertEquals(expected[i], found[i], room, "row " + row + ", number " + i);
    }
  }

  /** The identity survives the way to disk and back exactly. */
  @Test
  void theHeuristicIsReadAsTheIdentity() {
    Trajectories read = read(config(""), written("heuristic"));
    float[] identity = ActionCode.identity(5);
    for (int i = 0; i < read.actions().length; i++) {
      assertEquals(identity[i % identity.length], read.actions()[i]);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "obs_version;2;1;has obs_version 1, but market.obs_version is 2",
        "action_version;1;3;has action_version 3, but this program acts by 1",
        "trajectory_version;1;2;has trajectory_version 2, but this program reads 1",
        "num_venues;5;4;has num_venues 4, but market.venues names 5",
        "obs_dim;92;87;has obs_dim 87, but the market's observations have 92",
        "action_dim;21;17;has action_dim 17, but the market's actions have 21",
        "num_transitions;90;91;has shape 90, but metadata.json asks for 91",
        "num_episodes;3;2;row 60: the episode is 2; it must be from 1 to 1",
        "obs_version;2;\"two\";obs_version must be a whole number from 0; it is \"two\"",
      })
  void otherVersionsAndShapesAreRefusedWithBothNamed(
      String key, String there, String changed, String said) throws IOException {
    Path data = written("heuristic");
    Path file = data.resolve("metadata.json");
    String facts = Files.readString(file);
    String line = "\"" + key + "\" : ";
    assertTrue(facts.contains(line + there), facts);
    Files.writeString(file, facts.replace(line + there, line + changed));
    refused(data, said);
  }

  private static void refused(Path data, String said) {
    String words = assertThrows(InputException.class, () -> read(config(""), data)).getMessage();
    assertTrue(words.contains(said), words);
  }

  @Test
  void otherVersionOfTheMarketIsRefused() {
    Path data = written("heuristic");
    PerpConfig other = config(", \"obs_version\": 1");
    String words = assertThrows(InputException.class, () -> read(other, data)).getMessage();
    assertTrue(words.contains("has obs_version 2, but market.obs_version is 1"), words);
  }

  @Test
  void truncatedAndPaddedArraysAreRefused() throws IOException {
    Path data = written("heuristic");
    Path file = data.resolve("actions.npy");
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, 9, 60, 128, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      refused(data, "actions.npy is damaged");
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    refused(data, "it has %d bytes".formatted(whole.length + 1));
    Files.delete(file);
    refused(data, "actions.npy does not exist");
  }

  @Test
  void corruptHeadersAreRefused() throws IOException {
    Path data = written("heuristic");
    Path file = data.resolve("rewards.npy");
    byte[] whole = Files.readAllBytes(file);
    String text = new String(whole, 10, 118, java.nio.charset.StandardCharsets.US_ASCII);
    String[][] changes = {
      {"False", "True ", "Fortran's order"},
      {"<f4", ">f4", "type >f4"},
      {"<f4", "|b1", "is damaged"},
      {"(90,)", "(9a,)", "is not one of NumPy's"},
      {"(90,)", "(99,)", "asks for"},
    };
    for (String[] change : changes) {
      byte[] broken = whole.clone();
      byte[] header =
          text.replace(change[0], change[1]).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      System.arraycopy(header, 0, broken, 10, header.length);
      Files.write(file, broken);
      refused(data, change[2]);
    }
    byte[] noMagic = whole.clone();
    noMagic[0] = 'x';
    Files.write(file, noMagic);
    refused(data, "does not begin as an array of NumPy's format");
  }

  @Test
  void aNumberThatIsNotFiniteIsRefusedWithItsPlace() throws IOException {
    Path data = written("heuristic");
    Path file = data.resolve("observations.npy");
    byte[] whole = Files.readAllBytes(file);
    ByteBuffer.wrap(whole)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putFloat(128 + (92 * 7 + 5) * Float.BYTES, Float.NaN);
    Files.write(file, whole);
    refused(data, "observations.npy, row 7, column 5: the number is NaN");
  }

  @Test
  void aFolderWithoutMetadataIsNoDataset() throws IOException {
    refused(Files.createDirectory(folder.resolve("empty")), "is no dataset: it has no metadata");
  }
}
