package io.makerbench.workbench.perp;

/** Columns of the board from left to right. */
enum BoardColumn {
  VENUE("Venue", "status", 82),
  MARKET("Mid", "spread", 76),
  QUOTES("Own quotes", "around fair value", 180),
  FILLS("Fills", "at this step", 88),
  COURSE("Position", "last 120 steps", 90),
  POSITION("Position", "entry", 76),
  TOXICITY("Toxicity", "of fills", 58),
  MARGIN("Margin", "to liquidation", 92),
  FUNDING("Funding", "8 hours", 76),
  PROFIT("PnL", "by cause", 84),
  ACTION("Action", "of the policy", 168);

  private final String title;
  private final String subtitle;
  private final double width;

  BoardColumn(String title, String subtitle, double width) {
    this.title = title;
    this.subtitle = subtitle;
    this.width = width;
  }

  String title() {
    return title;
  }

  String subtitle() {
    return subtitle;
  }

  /** Least width, pixels. */
  double width() {
    return width;
  }

  /** Whether it goes to a second line where there are two. */
  boolean foldable() {
    return switch (this) {
      case FILLS, COURSE, FUNDING, PROFIT, ACTION -> true;
      default -> false;
    };
  }

  /** Whether what it says stands at its right edge. */
  boolean alignsRight() {
    return switch (this) {
      case MARKET, POSITION, TOXICITY, FUNDING, PROFIT -> true;
      default -> false;
    };
  }
}
