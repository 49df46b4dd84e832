package io.makerbench.workbench.perp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many lines a venue has on the board: one where all columns fit beside each other, else two.
 */
enum BoardLines {
  ONE(44, 32),
  TWO(72, 48);

  /** Where the second line begins, pixels below the first. */
  static final double SECOND = 42;

  /** Room between columns. */
  static final double GAP = 8;

  private final double rowHeight;
  private final double headHeight;

  BoardLines(double rowHeight, double headHeight) {
    this.rowHeight = rowHeight;
    this.headHeight = headHeight;
  }

  double rowHeight() {
    return rowHeight;
  }

  double headHeight() {
    return headHeight;
  }

  /** Where a column begins and how wide it is. */
  record Place(double left, double width) {
    double right() {
      return left + width;
    }
  }

  /** As few lines as hold every column. */
  static BoardLines within(double room) {
    return ONE.leastWidth() <= room ? ONE : TWO;
  }

  /** Least width of a board with so many lines. */
  double leastWidth() {
    return lines().stream().mapToDouble(BoardLines::widthOf).max().orElseThrow();
  }

  private List<List<BoardColumn>> lines() {
    List<BoardColumn> all = Arrays.asList(BoardColumn.values());
    return this == ONE
        ? List.of(all)
        : List.of(
            all.stream().filter(column -> !column.foldable()).toList(),
            all.stream().filter(BoardColumn::foldable).toList());
  }

  private boolean stretches(BoardColumn column) {
    return switch (column) {
      case QUOTES, COURSE -> true;
      case PROFIT -> this == TWO; // its bars stand beside its amount there
      default -> false;
    };
  }

  private static double widthOf(List<BoardColumn> line) {
    return GAP + line.stream().mapToDouble(column -> column.width() + GAP).sum();
  }

  /** The columns of each line with their places; what is left over widens those that stretch. */
  List<Map<BoardColumn, Place>> places(double room) {
    List<Map<BoardColumn, Place>> places = new ArrayList<>();
    for (List<BoardColumn> line : lines()) {
      double left = Math.max(0, room - widthOf(line));
      long stretching = line.stream().filter(this::stretches).count();
      Map<BoardColumn, Place> placed = new EnumMap<>(BoardColumn.class);
      double x = GAP;
      for (BoardColumn column : line) {
        double width = column.width() + (stretches(column) ? left / stretching : 0);
        placed.put(column, new Place(x, width));
        x += width + GAP;
      }
      places.add(placed);
    }
    return places;
  }
}
