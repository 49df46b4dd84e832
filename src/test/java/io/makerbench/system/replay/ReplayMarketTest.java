package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.env.Actions;
import io.makerbench.env.Episode;
import io.makerbench.env.Transitions;
import io.makerbench.env.VectorEnv;
import io.makerbench.policy.Policy;
import io.makerbench.system.Footage;
import io.makerbench.system.Market;
import io.makerbench.system.Span;
import io.makerbench.system.TradingSystem;
import io.makerbench.system.Window;
import io.makerbench.tape.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayMarketTest {
  @TempDir Path folder;

  private Market open(String json, @Nullable String facts) {
    Path path;
    try (Tape tape = RandomTape.of(7, 1500).write(folder)) {
      path = tape.path();
    }
    return open(
        "{\"recording\":{\"dataset\":\"tape\",\"tapes\":[\""
            + path
            + "\"],\"evaluation_windows\":2},\"simulator\":{\"max_inventory\":0.005}"
            + json
            + "}",
        folder,
        facts);
  }

  static Market open(String text, Path tapes, @Nullable String facts) {
    return open(text, new TradingSystem.Place(null, tapes), facts);
  }

  static Market open(String text, TradingSystem.Place place, @Nullable String facts) {
    TradingSystem system =
        ServiceLoader.load(TradingSystem.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(s -> s.name().equals("lob-replay"))
            .findFirst()
            .orElseThrow();
    ConfigReader reader = new ConfigReader(ConfigSchema.of(system.configType()));
    Record config = reader.read(Json.parse(text, "test"), system.configType(), "test");
    return system.open(config, place, 1, facts);
  }

  @Test
  void baselinesRunThroughEveryWindow() {
    try (Market market = open("", null)) {
      List<Window> windows = market.evaluationWindows();
      assertEquals(2, windows.size());
      assertEquals("w1_", windows.getFirst().name().substring(0, 3));
      for (Window window : windows) {
        Episode nothing = market.run(market.baseline("do_nothing"), window);
        assertEquals(0, nothing.realisedPnl());
        assertTrue(nothing.fills().isEmpty());
        Episode quotes = market.run(market.baseline("symmetric_l1"), window);
        assertFalse(quotes.fills().isEmpty());
        assertEquals("risk-averse", quotes.fillRule());
        assertEquals(0, quotes.inventory()[quotes.ticks() - 1]);
      }
    }
  }

  @Test
  void trainingEndsAndBeginsAgain() {
    try (Market market = open("", null);
        VectorEnv env = market.training(3, 1)) {
      float[] first = new float[3 * 35];
      env.reset(first);
      Actions actions = Actions.of(env.actionSpace(), 3);
      Transitions transitions = new Transitions(3, 35);
      actions.discrete[0] = 10;
      actions.discrete[1] = -1;
      long ticks = 0;
      do {
        env.step(actions, transitions);
        ticks += transitions.ticks[0];
      } while (!transitions.terminated[0]);
      assertEquals(env.episodeTicks(), ticks);
    }
  }

  @Test
  void factsCarryTheScalingAndRefuseOtherFeatures() {
    try (Market market = open("", null)) {
      String facts = market.observationFacts();
      try (Market again = open("", facts)) {
        assertEquals(facts, again.observationFacts());
      }
      InputException refusal =
          assertThrows(
              InputException.class, () -> open(",\"features\":{\"inventory\":false}", facts));
      assertTrue(refusal.getMessage().contains(market.observationFingerprint()));
    }
  }

  @Test
  void aSyntheticRecordingIsGeneratedOnceAndReplayed() throws IOException {
    String config = "{\"recording\":{\"dataset\":\"synthetic\",\"synthetic\":{\"seconds\":60}}}";
    Path tapes = folder.resolve("tapes");
    double first;
    try (Market market = open(config, tapes, null)) {
      Window window = market.evaluationWindows().getFirst();
      first = market.run(market.baseline("symmetric_l1"), window).realisedPnl();
    }
    try (Stream<Path> files = Files.list(tapes)) {
      assertEquals(1, files.filter(file -> file.toString().endsWith(".tape")).count());
    }
    try (Market market = open(config, tapes, null)) {
      Window window = market.evaluationWindows().getFirst();
      assertEquals(first, market.run(market.baseline("symmetric_l1"), window).realisedPnl());
      Footage footage = market.footage(window);
      assertTrue(footage.firstRow() > 0);
      assertTrue(footage.lastRow() > footage.firstRow());
    }
  }

  @Test
  void theScalingIsFittedOnTheTrainingStretchAlone() {
    String first = facts("22:13:40", "0.3");
    assertEquals(first, facts("22:13:40", "0.5"));
    assertNotEquals(first, facts("22:13:45", "0.3"));
  }

  private String facts(String trainingEnd, String evaluationShare) {
    try (Tape tape = RandomTape.of(7, 1500).write(folder);
        Market market =
            open(
                "{\"recording\":{\"dataset\":\"tape\",\"tapes\":[\""
                    + tape.path()
                    + "\"],\"intervals\":[{\"start\":\"2023-11-14 22:13:20\","
                    + "\"end\":\"2023-11-14 "
                    + trainingEnd
                    + "\"}],\"evaluation_share\":"
                    + evaluationShare
                    + "}}",
                folder,
                null)) {
      return market.observationFacts();
    }
  }

  /** A tape of about 45 s from 22:13:20 on. */
  private Market openRecording(String keys, @Nullable String facts) {
    try (Tape tape = RandomTape.of(7, 1500).write(folder)) {
      return open(
          "{\"recording\":{\"dataset\":\"tape\",\"tapes\":[\"" + tape.path() + "\"]" + keys + "}}",
          folder,
          facts);
    }
  }

  private static String interval(String key, String start, String end) {
    return ",\"%s\":[{\"start\":\"2023-11-14 %s\",\"end\":\"2023-11-14 %s\"}]"
        .formatted(key, start, end);
  }

  @Test
  void whatIsJudgedOnByDefaultLiesAfterWhatIsLearnedOn() {
    String training = interval("intervals", "22:13:20", "22:13:50");
    try (Market market = openRecording(training + ",\"evaluation_share\":0.9", null)) {
      Window window = market.evaluationWindows().getFirst();
      assertTrue(window.startNs() > Span.ns(Instant.parse("2023-11-14T22:13:50Z")));
    }
  }

  @Test
  void windowsThatOverlapTheTrainingAreRefused() {
    String training = interval("intervals", "22:13:20", "22:13:40");
    InputException refusal =
        assertThrows(
            InputException.class,
            () ->
                openRecording(
                    training + interval("evaluation_intervals", "22:13:39", "22:13:50"), null));
    assertTrue(refusal.getMessage().contains("overlaps"), refusal.getMessage());
    String touching = interval("evaluation_intervals", "22:13:40", "22:13:50");
    try (Market market = openRecording(training + touching, null)) {
      assertEquals(1, market.evaluationWindows().size());
    }
  }

  @Test
  void trainingOnAllOfARecordingLeavesNothingToBeJudgedOn() {
    String all = interval("intervals", "22:13:00", "22:20:00");
    try (Market market = openRecording(all, null);
        VectorEnv env = market.training(1, 1)) {
      assertTrue(env.episodeTicks() > 1000);
      InputException refusal = assertThrows(InputException.class, market::evaluationWindows);
      assertTrue(refusal.getMessage().contains("evaluation_intervals"), refusal.getMessage());
    }
  }

  @Test
  void aTrainedPolicyIsJudgedOnARecordingWithNothingToLearnOn() {
    String all = interval("evaluation_intervals", "22:13:00", "22:20:00");
    try (Market learnt = openRecording("", null);
        Market judged = openRecording(all, learnt.observationFacts())) {
      assertEquals(learnt.observationFingerprint(), judged.observationFingerprint());
      assertEquals(learnt.observationFacts(), judged.observationFacts());
      Window window = judged.evaluationWindows().getFirst();
      assertTrue(judged.run(new TouchFromObservation(), window).ticks() > 1000);
    }
  }

  @Test
  void modesDifferAsStated() {
    try (Market corrected = open("", null);
        Market published = open(",\"mode\":\"published\"", null)) {
      Policy policy = new TouchFromObservation();
      Episode asTrained = corrected.run(policy, corrected.evaluationWindows().getFirst());
      Episode everyTick = published.run(policy, published.evaluationWindows().getFirst());
      assertEquals("touch", everyTick.fillRule());
      assertEquals("risk-averse", asTrained.fillRule());
      assertEquals(everyTick.ticks() - 1, count(everyTick.decided()));
      assertTrue(count(asTrained.decided()) < asTrained.ticks() - 1);
      // The same trading policy fills more often where the touch alone fills.
      assertTrue(everyTick.fills().size() > asTrained.fills().size());
      // Published, the clock is the exchange's: 5 ms before the receiver's.
      assertTrue(published.footage(published.evaluationWindows().getFirst()).byExchangeTime());
      assertNotEquals(corrected.observationFingerprint(), published.observationFingerprint());
      assertTrue(published.observationFacts().contains("0.10551989631703115"));
    }
  }

  @Test
  void policiesThatFollowTheBookDecideOnEveryTick() {
    try (Market market = open("", null)) {
      Window window = market.evaluationWindows().getFirst();
      Episode episode = market.run(market.baseline("symmetric_l1"), window);
      assertEquals(episode.ticks() - 1, count(episode.decided()));
    }
  }

  @Test
  void aRecordingTooShallowIsRefused() {
    InputException refusal =
        assertThrows(
            InputException.class,
            () ->
                open(
                    ",\"features\":{\"recipes\":[{\"name\":\"book_imbalance\","
                        + "\"levels\":10,\"depth\":10}]}",
                    null));
    assertTrue(refusal.getMessage().contains("needs 10 book levels"), refusal.getMessage());
  }

  @Test
  void anIntervalWithoutARecordingIsRefused() {
    try (Tape tape = RandomTape.of(7, 300).write(folder)) {
      InputException refusal =
          assertThrows(
              InputException.class,
              () ->
                  open(
                      "{\"recording\":{\"dataset\":\"tape\",\"tapes\":[\""
                          + tape.path()
                          + "\"],\"intervals\":[{\"start\":\"2020-01-01 00:00:00\","
                          + "\"end\":\"2020-01-02 00:00:00\"}]}}",
                      folder,
                      null));
      assertTrue(refusal.getMessage().contains("recording.intervals"), refusal.getMessage());
    }
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  /** A policy that joins the touch and follows the decision rule of its environment. */
  private static final class TouchFromObservation implements Policy {
    @Override
    public String name() {
      return "touch";
    }

    @Override
    public void act(float[] observations, int count, Actions actions) {
      actions.discrete[0] = QuoteGrid.AT_THE_TOUCH;
    }
  }
}
