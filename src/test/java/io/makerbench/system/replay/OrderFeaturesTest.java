package io.makerbench.system.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Latency 10 ms, limit 10 lots, mid 1000.5 steps. */
class OrderFeaturesTest {
  private static final Terms TERMS = Scene.terms(FillRule.TOUCH, Mode.PUBLISHED);
  private static final long NOW = 1_000 * TestTape.MS;
  private final OrderSlot bid = new OrderSlot(1);
  private final OrderSlot ask = new OrderSlot(-1);

  @Test
  void everyFeatureHasAName() {
    FeatureConfig few = new FeatureConfig(true, List.of(), true, false, false, true, false);
    for (FeatureConfig blocks : List.of(Scene.ALL_BLOCKS, few)) {
      assertEquals(new OrderFeatures(blocks, TERMS).width, OrderFeatures.names(blocks).size());
    }
    assertEquals(
        List.of("active bid", "active bid distance", "active bid size", "active bid age"),
        OrderFeatures.names(Scene.ALL_BLOCKS).subList(0, 4));
  }

  @Test
  void withoutOrdersAllIsZero() {
    float[] state = new float[17];
    new OrderFeatures(Scene.ALL_BLOCKS, TERMS).write(bid, ask, 0, NOW, 1000.5, state, 0);
    assertArrayEquals(new float[17], state);
  }

  @Test
  void everyBlockTellsPresenceDistanceSizeAndAge() {
    bid.knownRemaining = 2;
    bid.knownPrice = 998;
    bid.knownActivation = NOW - 50 * TestTape.MS;
    ask.knownRemaining = 10;
    ask.knownPrice = 1003;
    ask.knownActivation = NOW - 9_000 * TestTape.MS;
    ask.underWay = true;
    ask.sentPrice = 1001;
    ask.sentSize = 4;
    ask.sent = NOW - 3 * TestTape.MS;
    float[] state = new float[18];
    OrderFeatures features = new OrderFeatures(Scene.ALL_BLOCKS, TERMS);
    features.write(bid, ask, -5, NOW, 1000.5, state, 1);
    assertEquals(17, features.width);
    float[] expected = {
      0, //
      1, -0.25f, 0.2f, 0.25f, // 50 ms of 20 latencies
      1, 0.25f, 1, 1, //
      0, 0, 0, 0, //
      1, 0.05f, 0.4f, 0.3f, //
      -0.5f
    };
    assertArrayEquals(expected, state, 1e-6f);
  }

  @Test
  void blocksAndAgesCanBeLeftOut() {
    FeatureConfig few = new FeatureConfig(true, List.of(), true, false, false, true, false);
    OrderFeatures features = new OrderFeatures(few, TERMS);
    assertEquals(6, features.width);
    ask.knownRemaining = 1;
    ask.knownPrice = 1001;
    float[] state = new float[6];
    features.write(bid, ask, 3, NOW, 1000.5, state, 0);
    assertArrayEquals(new float[] {0, 0, 0, 1, 0.05f, 0.1f}, state, 1e-6f);
  }

  @Test
  void aCancelUnderWayIsNoQuote() {
    bid.underWay = true;
    bid.sentSize = 0;
    float[] state = new float[17];
    new OrderFeatures(Scene.ALL_BLOCKS, TERMS).write(bid, ask, 0, NOW, 1000.5, state, 0);
    assertArrayEquals(new float[17], state);
  }
}
