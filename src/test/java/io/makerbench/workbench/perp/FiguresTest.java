package io.makerbench.workbench.perp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
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
  void whereRoomIsShortColumnsGoToASecondLineAndNoneIsLost() {
    assertEquals(BoardLines.ONE, BoardLines.within(1260));
    assertEquals(BoardLines.TWO, BoardLines.within(690));
    for (BoardLines lines : BoardLines.values()) {
      int shown = lines.places(690).stream().mapToInt(Map::size).sum();
      assertEquals(BoardColumn.values().length, shown);
    }
    assertTrue(BoardLines.TWO.leastWidth() <= 622, "two boards fit side by side in 1,280 pixels");
  }

  @Test
  void columnsFillTheRoomWithoutTouching() {
    for (double room : new double[] {690, 1500}) {
      for (Map<BoardColumn, BoardLines.Place> line : BoardLines.within(room).places(room)) {
        double before = 0;
        for (BoardLines.Place place : line.values()) {
          assertTrue(place.left() >= before + BoardLines.GAP - 1e-9);
          before = place.right();
        }
        assertEquals(room, before + BoardLines.GAP, 1e-9);
      }
    }
  }
}
