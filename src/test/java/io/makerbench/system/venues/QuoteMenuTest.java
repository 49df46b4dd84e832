package io.makerbench.system.venues;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.makerbench.config.InputException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuoteMenuTest {
  private static final int NONE = QuoteMenu.NO_QUOTE;

  @Test
  void everyActionIsAnotherSetOfQuotes() {
    QuoteMenu menu = QuoteMenu.of(2, List.of(0, 2));
    assertEquals(81, menu.choices());
    Set<List<Integer>> seen = new HashSet<>();
    for (int action = 0; action < menu.choices(); action++) {
      assertTrue(
          seen.add(
              List.of(
                  menu.bidOffset(action, 0),
                  menu.askOffset(action, 0),
                  menu.bidOffset(action, 1),
                  menu.askOffset(action, 1))));
    }
    assertTrue(seen.contains(List.of(NONE, 0, 2, NONE)));
    assertTrue(seen.contains(List.of(2, 2, 2, 2)));
  }

  @Test
  void actionsHaveNames() {
    QuoteMenu menu = QuoteMenu.of(2, List.of(0, 2));
    assertEquals("spot –/–, coin –/–", menu.name(0, List.of("spot", "coin")));
    assertEquals("spot –/0, coin 2/2", menu.name(73, List.of("spot", "coin")));
    assertEquals("2/–", QuoteMenu.of(1, List.of(0, 2)).name(6, List.of("spot")));
  }

  @Test
  void theFirstMarketIsTheFastestIndexAndTheAskFasterThanTheBid() {
    QuoteMenu menu = QuoteMenu.of(2, List.of(5));
    assertEquals(NONE, menu.bidOffset(0, 0));
    assertEquals(5, menu.askOffset(1, 0));
    assertEquals(NONE, menu.bidOffset(1, 0));
    assertEquals(5, menu.bidOffset(2, 0));
    assertEquals(NONE, menu.bidOffset(3, 1));
    assertEquals(5, menu.askOffset(4, 1));
    assertEquals(0, menu.askOffset(menu.atTheTouch(), 1));
  }

  @Test
  void moreActionsThanCanBeLearnedAreRefused() {
    InputException refusal =
        assertThrows(InputException.class, () -> QuoteMenu.of(4, List.of(0, 1, 2)));
    assertTrue(refusal.getMessage().contains("65536"), refusal.getMessage());
    assertThrows(InputException.class, () -> QuoteMenu.of(1, List.of()));
    assertThrows(InputException.class, () -> QuoteMenu.of(1, List.of(1, 1)));
  }
}
