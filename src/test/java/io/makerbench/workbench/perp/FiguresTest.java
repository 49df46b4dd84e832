package io.makerbench.workbench.perp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Numbers of the board, and which of its columns fit. */
class FiguresTest {
  @Test
  void decimalsFollowTheStep() {
    assertEquals(0, Figures.decimals(1));
    assertEquals(1, Figures.decimals(0.5));
    assertEquals(2, Figures.decimals(0.01));
    assertEquals(3, Figures.decimals(0.025));
  }

  @Test
  void nothingIsANegativeNought() {
    assertEquals("0.00", Figures.fixed(-0.001, 2));
    assertEquals("0.00", Figures.signed(0.001, 2));
    assertEquals("−0.01", Figures.signed(-0.01, 2));
    assertEquals("$0.00", Figures.dollars(-0.004));
  }

  @Test
  void theSignOfMoneyStandsBeforeItsUnit() {
    assertEquals("−$2\u202f806", Figures.dollars(-2806.4));
    assertEquals("+$440.86", Figures.dollars(440.86));
    assertEquals("−39.0 bps", Figures.bps(-0.0039));
    assertEquals("20 %", Figures.percent(0.2));
  }

  @Test
  void whereRoomIsShortTheLeastImportantColumnsGo() {
    assertEquals(BoardColumn.values().length, BoardColumn.within(1400).size());
    var narrow = BoardColumn.within(700);
    assertFalse(narrow.containsKey(BoardColumn.FUNDING));
    assertTrue(narrow.containsKey(BoardColumn.MARGIN));
    assertTrue(BoardColumn.leastWidth() < 860, "two boards fit side by side on a wide screen");
  }

  @Test
  void columnsFillTheRoomWithoutTouching() {
    double room = 1500;
    double before = 0;
    for (BoardColumn.Place place : BoardColumn.within(room).values()) {
      assertEquals(before + BoardColumn.GAP, place.left(), 1e-9);
      before = place.right();
    }
    assertEquals(room, before + BoardColumn.GAP, 1e-9);
  }
}
