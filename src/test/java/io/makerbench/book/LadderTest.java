package io.makerbench.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class LadderTest {
  record Update(int side, int price, long size) {}

  @Provide
  Arbitrary<List<Update>> updates() {
    Arbitrary<Integer> near = Arbitraries.integers().between(618_000, 618_400);
    Arbitrary<Integer> far = Arbitraries.integers().between(0, Integer.MAX_VALUE - 1);
    Arbitrary<Integer> price =
        Arbitraries.frequencyOf(List.of(Tuple.of(9, near), Tuple.of(1, far)));
    Arbitrary<Long> size = Arbitraries.longs().between(0, 3);
    return Combinators.combine(Arbitraries.integers().between(0, 1), price, size)
        .as(Update::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(300);
  }

  @Property(tries = 300)
  void agreesWithSortedMaps(@ForAll("updates") List<Update> updates) {
    Ladder ladder = new Ladder();
    TreeMap<Integer, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    TreeMap<Integer, Long> asks = new TreeMap<>();
    for (Update update : updates) {
      ladder.set(update.side, update.price, update.size);
      TreeMap<Integer, Long> side = update.side == Ladder.BID ? bids : asks;
      if (update.size == 0) {
        side.remove(update.price);
      } else {
        side.put(update.price, update.size);
      }
      assertEquals(bids.isEmpty() ? Ladder.NO_BID : bids.firstKey(), ladder.bestBid());
      assertEquals(asks.isEmpty() ? Ladder.NO_ASK : asks.firstKey(), ladder.bestAsk());
    }
    assertSame(bids, ladder, Ladder.BID);
    assertSame(asks, ladder, Ladder.ASK);
  }

  private static void assertSame(TreeMap<Integer, Long> expected, Ladder ladder, int side) {
    assertEquals(expected.size(), ladder.levels(side));
    int[] prices = new int[expected.size() + 1];
    long[] sizes = new long[expected.size() + 1];
    assertEquals(expected.size(), ladder.copyTop(side, prices.length, prices, sizes));
    int[] expectedPrices = new int[prices.length];
    long[] expectedSizes = new long[sizes.length];
    int level = 0;
    for (var entry : expected.entrySet()) {
      expectedPrices[level] = entry.getKey();
      expectedSizes[level++] = entry.getValue();
    }
    assertArrayEquals(expectedPrices, prices);
    assertArrayEquals(expectedSizes, sizes);
  }

  @Test
  void aClearedLadderIsEmptyAndCanBeFilledAgain() {
    Ladder ladder = new Ladder();
    ladder.set(Ladder.BID, 100, 5);
    ladder.set(Ladder.ASK, 2_000_000_000, 7);
    ladder.clear();
    assertEquals(Ladder.NO_BID, ladder.bestBid());
    assertEquals(0, ladder.size(Ladder.ASK, 2_000_000_000));
    ladder.set(Ladder.BID, 99, 4);
    assertEquals(99, ladder.bestBid());
    assertEquals(1, ladder.levels(Ladder.BID));
  }

  @Test
  void topLeavesTheRestOfTheArraysAlone() {
    Ladder ladder = new Ladder();
    ladder.set(Ladder.ASK, 10, 1);
    ladder.set(Ladder.ASK, 12, 2);
    int[] prices = {-7, -7, -7};
    long[] sizes = {-7, -7, -7};
    assertEquals(2, ladder.copyTop(Ladder.ASK, 3, prices, sizes));
    assertArrayEquals(new int[] {10, 12, -7}, prices);
    assertArrayEquals(new long[] {1, 2, -7}, sizes);
  }

  @Test
  void refusesWhatIsNoLevel() {
    Ladder ladder = new Ladder();
    assertThrows(IllegalArgumentException.class, () -> ladder.set(Ladder.BID, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> ladder.set(Ladder.ASK, Ladder.NO_ASK, 1));
    assertThrows(IllegalArgumentException.class, () -> ladder.set(Ladder.ASK, 1, -1));
  }
}
