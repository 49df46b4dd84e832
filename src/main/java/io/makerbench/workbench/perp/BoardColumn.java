package io.makerbench.workbench.perp;

import java.util.EnumMap;
import java.util.Map;

/** Columns of the board from left to right; where room is short, those of least weight go first. */
enum BoardColumn {
  VENUE("Venue", "status", 100, 9),
  MARKET("Mid", "spread", 84, 9),
  QUOTES("Own quotes", "around fair value", 180, 9),
  FILLS("Fills", "at this step", 88, 8),
  COURSE("Position", "last 120 steps", 96, 2),
  POSITION("Position", "entry", 76, 9),
  TOXICITY("Toxicity", "of fills", 64, 9),
  MARGIN("Margin", "to liquidation", 92, 9),
  FUNDING("Funding", "8 hours", 76, 1),
  PROFIT("PnL", "by cause", 84, 5),
  ACTION("Action", "of the policy", 168, 4);

  /** Room between columns. */
  static final double GAP = 8;

  private final String title;
  private final String subtitle;
  private final double width;
  private final int weight;

  BoardColumn(String title, String subtitle, double width, int weight) {
    this.title = title;
    this.subtitle = subtitle;
    this.width = width;
    this.weight = weight;
  }

  String title() {
    return title;
  }

  String subtitle() {
    return subtitle;
  }

  /** Where a column begins and how wide it is. */
  record Place(double left, double width) {
    double right() {
      return left + width;
    }
  }

  /** Least width of a board. */
  static double leastWidth() {
    double width = GAP;
    for (BoardColumn column : values()) {
      width += column.weight == VENUE.weight ? column.width + GAP : 0;
    }
    return width;
  }

  /**
   * The columns that fit, with their places; what is left over widens the quotes and the course.
   */
  static Map<BoardColumn, Place> within(double room) {
    int least = leastWeight(room);
    double left = room - widthOf(least);
    boolean course = COURSE.weight >= least;
    Map<BoardColumn, Place> places = new EnumMap<>(BoardColumn.class);
    double x = GAP;
    for (BoardColumn column : values()) {
      if (column.weight >= least) {
        double extra = column.stretches() ? Math.max(0, left) / (course ? 2 : 1) : 0;
        places.put(column, new Place(x, column.width + extra));
        x += column.width + extra + GAP;
      }
    }
    return places;
  }

  private boolean stretches() {
    return this == QUOTES || this == COURSE;
  }

  private static int leastWeight(double room) {
    int least = 0;
    while (least < VENUE.weight && widthOf(least) > room) {
      least++;
    }
    return least;
  }

  private static double widthOf(int leastWeight) {
    double width = GAP;
    for (BoardColumn column : values()) {
      width += column.weight >= leastWeight ? column.width + GAP : 0;
    }
    return width;
  }
}
