package io.makerbench.workbench.replay;

import static io.makerbench.workbench.replay.MadeReplay.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.env.Episode;
import io.makerbench.env.Fill;
import io.makerbench.env.Side;
import org.junit.jupiter.api.Test;

/** The made replay buys at 500 at second 3 and sells at 500.5 at second 7; its mid stands still. */
class MarkoutTest {
  private final ReplayData data = MadeReplay.data();
  private final Episode episode = data.episode();
  private final Fill bought = episode.fills().getFirst();
  private final Fill sold = episode.fills().getLast();

  @Test
  void aPurchaseGainsWhatTheMidRisesAndASaleWhatItFalls() {
    for (int tick = 4; tick < episode.ticks(); tick++) {
      episode.mid()[tick] = tick >= 8 ? 498 : 503;
    }
    Markout markout = new Markout(episode, 10 * SECOND);
    assertEquals(0.25, markout.after(bought, Horizon.MS_100), 1e-12);
    assertEquals(3, markout.after(bought, Horizon.S_1), 1e-12);
    assertEquals(-2.5, markout.after(sold, Horizon.MS_100), 1e-12);
    assertEquals(2.5, markout.after(sold, Horizon.S_1), 1e-12);
  }

  @Test
  void whatComesAfterTheCursorIsNotKnown() {
    episode.mid()[4] = 510;
    Markout markout = new Markout(episode, 3 * SECOND + SECOND / 2);
    assertTrue(Double.isNaN(markout.after(bought, Horizon.S_1)));
    assertEquals(SECOND / 2, markout.dueIn(bought, Horizon.S_1));
    assertEquals(0.25, markout.soFar(bought, Horizon.S_1), 1e-12);
  }

  @Test
  void aHorizonBeyondTheEndIsNeverReached() {
    Markout markout = new Markout(episode, 10 * SECOND);
    assertTrue(markout.beyondEnd(sold, Horizon.S_10));
    assertFalse(markout.beyondEnd(sold, Horizon.S_1));
    assertEquals("after the end", new FillWords(data, 10 * SECOND).markout(sold, Horizon.S_60));
  }

  @Test
  void aFillIsToldInWords() {
    FillWords words = new FillWords(data, 10 * SECOND);
    assertEquals("Bought 1 at 500.0", words.trade(bought));
    assertEquals("+0.25", words.markout(bought, Horizon.S_1));
    assertEquals("in 0.5 s", new FillWords(data, 7 * SECOND / 2).markout(bought, Horizon.S_1));
  }

  @Test
  void theQueueIsTheShareOfTheLevelAhead() {
    Moment now = Moment.at(episode, 2 * SECOND);
    QueuePlace bid = QueuePlace.of(data, now, Side.BUY, 2 * SECOND);
    assertEquals(new QueuePlace(999, 3, 5), bid);
    assertEquals(0.6, bid.share(), 1e-12);
    assertFalse(QueuePlace.of(data, now, Side.SELL, 2 * SECOND).known());
  }

  @Test
  void theFillUnderThePointerIsFound() {
    Scene scene = MadeReplay.scene(data, 10 * SECOND);
    double y = scene.view().y(1000, scene.layout().market()) + OwnOrdersLayer.FILL_MIDDLE;
    assertEquals(bought, FillAtPointer.find(scene, 60, y));
    assertEquals(null, FillAtPointer.find(scene, 90, y));
    Scene before = MadeReplay.scene(data, 2 * SECOND);
    assertEquals(null, FillAtPointer.find(before, 60, y));
  }
}
