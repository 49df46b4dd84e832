package io.makerbench.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LatencyModelTest {
  private static final OrderLatency LEAST = new OrderLatency(1000, 2000, 3000, 400);

  private static RecordedLatency recorded() {
    // Sent at 1000, 2000, 4000; 100, 300, 200 there; 50, 70, 10 back.
    return new RecordedLatency(
        new long[] {1000, 2000, 4000},
        new long[] {1100, 2300, 4200},
        new long[] {1150, 2370, 4210});
  }

  @Test
  void constantTimesAreTheSameAtAnyTime() {
    LatencyModel model = LEAST;
    assertEquals(1000, model.place(0));
    assertEquals(2000, model.modify(7));
    assertEquals(3000, model.cancel(-1));
    assertEquals(400, model.response(Long.MAX_VALUE));
    assertEquals(0, model.state().length);
  }

  @Test
  void logNormalTimesAreNeverBelowTheLeastAndHalfOfThemBelowTheMedian() {
    LogNormalLatency model =
        new LogNormalLatency(LEAST, 5000, 0.5, RandomStream.named(1, "latency", 0));
    int draws = 20_001;
    long[] way = new long[draws];
    double logs = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      way[i] = model.place(i);
      double log = Math.log(way[i] - 1000);
      logs += log;
      squares += log * log;
    }
    Arrays.sort(way);
    assertTrue(way[0] > 1000);
    double mean = logs / draws;
    assertEquals(Math.log(5000), mean, 4 * 0.5 / Math.sqrt(draws));
    assertEquals(0.5, Math.sqrt(squares / draws - mean * mean), 0.01);
    assertEquals(6000, way[draws / 2], 100);
    assertTrue(model.cancel(0) > 3000 && model.modify(0) > 2000 && model.response(0) > 400);
  }

  @Test
  void logNormalTimesContinueFromASavedState() {
    LogNormalLatency model =
        new LogNormalLatency(LEAST, 5000, 0.5, RandomStream.named(1, "latency", 0));
    model.place(0);
    long[] state = model.state();
    long[] first = {model.place(1), model.response(2), model.cancel(3)};
    model.restore(state);
    assertArrayEquals(first, new long[] {model.place(1), model.response(2), model.cancel(3)});
  }

  @Test
  void recordedTimesAreInterpolatedInTimeAndHeldAtTheEnds() {
    RecordedLatency model = recorded();
    assertEquals(100, model.place(0));
    assertEquals(100, model.place(1000));
    assertEquals(150, model.modify(1250));
    assertEquals(300, model.cancel(2000));
    assertEquals(250, model.place(3000));
    assertEquals(200, model.place(9999));
    assertEquals(50, model.response(0));
    assertEquals(60, model.response(1700));
    assertEquals(40, model.response(3250));
    assertEquals(10, model.response(9999));
  }

  @Test
  void requestsBesideARefusedOneAreRefusedAfterTheRoundTrip() {
    RecordedLatency model =
        new RecordedLatency(
            new long[] {1000, 2000, 4000, 5000},
            new long[] {1100, 0, 4200, 5200},
            new long[] {1150, 2350, 4210, 5250});
    assertEquals(100, model.place(500));
    assertEquals(-150, model.place(1000));
    assertEquals(-250, model.place(1500));
    assertEquals(-350, model.place(2000));
    assertEquals(-280, model.place(3000));
    assertEquals(200, model.place(4000));
    assertEquals(200, model.place(4500));
    // The way back of refused requests is not known: from 1100 to 4200 it falls from 50 to 10.
    assertEquals(30, model.response(2650));
  }

  @Test
  void recordsInWrongOrderOrOfNothingAreNotTaken() {
    assertRefused(new long[] {}, new long[] {}, new long[] {}, "no record");
    assertRefused(new long[] {5}, new long[] {0}, new long[] {9}, "no record");
    assertRefused(new long[] {5, 5}, new long[] {6, 6}, new long[] {7, 7}, "record 2");
    assertRefused(new long[] {5}, new long[] {4}, new long[] {7}, "record 1");
    assertRefused(new long[] {5}, new long[] {6}, new long[] {5}, "record 1");
    assertRefused(new long[] {1, 5}, new long[] {2, 0}, new long[] {3, 5}, "record 2");
  }

  private static void assertRefused(
      long[] requested, long[] processed, long[] answered, String words) {
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> new RecordedLatency(requested, processed, answered));
    assertTrue(wrong.getMessage().contains(words), wrong.getMessage());
  }
}
