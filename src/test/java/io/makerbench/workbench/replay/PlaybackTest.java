package io.makerbench.workbench.replay;

import static io.makerbench.workbench.replay.MadeReplay.SECOND;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PlaybackTest {
  private final Replay replay = new Replay(MadeReplay.data());
  private final Playback playback = replay.playback();

  @Test
  void stepsToWhateverHappensInTheMarketAndToOwnOrders() {
    replay.data().episode().ownBid()[6] = Double.NaN;
    Playback other = new Replay(replay.data()).playback();
    other.seek(2 * SECOND);
    other.forward(Step.EVENT);
    assertEquals(5 * SECOND / 2, other.cursor());
    other.forward(Step.EVENT);
    assertEquals(3 * SECOND, other.cursor());
    other.forward(Step.ORDER);
    assertEquals(6 * SECOND, other.cursor());
    other.forward(Step.ORDER);
    assertEquals(7 * SECOND, other.cursor());
    other.back(Step.ORDER);
    assertEquals(6 * SECOND, other.cursor());
  }

  @Test
  void stepsToEachKindOfEvent() {
    playback.forward(Step.TICK);
    assertEquals(SECOND, playback.cursor());
    playback.forward(Step.TRADE);
    assertEquals(5 * SECOND / 2, playback.cursor());
    playback.forward(Step.FILL);
    assertEquals(3 * SECOND, playback.cursor());
    playback.forward(Step.DECISION);
    assertEquals(4 * SECOND, playback.cursor());
    playback.back(Step.FILL);
    assertEquals(3 * SECOND, playback.cursor());
  }

  @Test
  void staysWhereNothingFollows() {
    playback.seek(8 * SECOND);
    assertFalse(playback.forward(Step.FILL));
    assertEquals(8 * SECOND, playback.cursor());
    playback.seek(0);
    assertFalse(playback.back(Step.TICK));
  }

  @Property
  void forwardAndBackIsWhereOneWas(@ForAll Step step, @ForAll @LongRange(max = 10) long second) {
    playback.seek(second * SECOND);
    if (playback.forward(step) && playback.forward(step)) {
      long there = playback.cursor();
      playback.back(step);
      playback.forward(step);
      assertEquals(there, playback.cursor());
    }
  }

  @Test
  void playsAtItsSpeedWithoutLosingParts() {
    playback.speedProperty().set(Speed.X0_25);
    playback.playingProperty().set(true);
    for (int i = 0; i < 3; i++) {
      playback.advance(3);
    }
    assertEquals(2, playback.cursor()); // 9 ns at a quarter
    playback.speedProperty().set(Speed.X2);
    playback.advance(SECOND);
    assertEquals(2 * SECOND + 2, playback.cursor());
  }

  @Test
  void stopsAtTheEndAndStartsAgain() {
    playback.speedProperty().set(Speed.X1000);
    playback.toggle();
    playback.advance(SECOND);
    assertEquals(10 * SECOND, playback.cursor());
    assertFalse(playback.playing());
    playback.toggle();
    assertEquals(0, playback.cursor());
    assertTrue(playback.playing());
  }

  @Test
  void fastestPassesAnyWindowInEightSeconds() {
    playback.speedProperty().set(Speed.FASTEST);
    playback.toggle();
    playback.advance(4 * SECOND);
    assertEquals(5 * SECOND, playback.cursor());
  }

  @Test
  void findsWhereItWentWrong() {
    assertEquals(5 * SECOND, replay.largestDrawdown());
    assertEquals(3 * SECOND, replay.largestLoss());
  }

  @Test
  void jumpsToTimesOfDay() {
    assertEquals(4 * SECOND + SECOND / 4, replay.instantOf("00:00:04.250"));
    assertThrows(InputException.class, () -> replay.instantOf("00:01:00"));
    assertThrows(InputException.class, () -> replay.instantOf("noon"));
  }

  @Test
  void bookmarksComeRoundAgain() {
    Bookmarks bookmarks = new Bookmarks();
    bookmarks.toggle(5);
    bookmarks.toggle(3);
    assertEquals(5, bookmarks.next(3).orElseThrow());
    assertEquals(3, bookmarks.next(5).orElseThrow());
    bookmarks.toggle(3);
    assertArrayEquals(new Object[] {5L}, bookmarks.all().toArray());
  }

  @Test
  void marksTellWhereSomethingHappens() {
    ReplayData data = MadeReplay.data();
    data.episode().ownBid()[5] = Double.NaN;
    data.episode().ownAsk()[6] = 1002 * MadeReplay.PRICE_STEP;
    ScrubberMarks marks = ScrubberMarks.of(new Replay(data), List.of(2 * SECOND, 4 * SECOND));
    assertEquals(
        List.of("00:00:04.000  Bookmark", "00:00:03.000  Bought 1"),
        marks.words(3 * SECOND, 4 * SECOND));
    assertEquals(
        List.of("00:00:05.000  Own bid gone"), marks.words(4 * SECOND + 1, 6 * SECOND - 1));
    assertEquals(List.of("00:00:06.000  Own quotes placed"), marks.words(6 * SECOND, 6 * SECOND));
    assertEquals(
        List.of("00:00:07.000  Sold 1", "3 changes of own orders"),
        marks.words(4 * SECOND + 1, 10 * SECOND));
  }

  @Test
  void theRarestMarkNearAPlaceIsGoneTo() {
    ReplayData data = MadeReplay.data();
    data.episode().ownBid()[6] = 998 * MadeReplay.PRICE_STEP;
    ScrubberMarks marks = ScrubberMarks.of(new Replay(data), List.of(1L, 4 * SECOND));
    assertEquals(4 * SECOND, marks.nearest(3 * SECOND, 2 * SECOND, 5 * SECOND).orElseThrow());
    assertEquals(3 * SECOND, marks.nearest(3 * SECOND - 5, 2 * SECOND, 3 * SECOND).orElseThrow());
    assertEquals(
        6 * SECOND, marks.nearest(6 * SECOND + 1, 5 * SECOND, 6 * SECOND + 9).orElseThrow());
    assertEquals(4 * SECOND, marks.nearest(3 * SECOND, 0, 5 * SECOND).orElseThrow());
    assertTrue(marks.nearest(9 * SECOND, 8 * SECOND, 10 * SECOND).isEmpty());
  }
}
