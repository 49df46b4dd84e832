package io.makerbench.workbench.replay;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a user wants pictures to look. Immutable.
 *
 * @param style colours
 * @param layers layers to paint
 * @param columns bars beside the market
 * @param fillColours horizon of the markouts that colour the fills; null to colour them by side
 * @param lowerShare share (0 … 1) of resting sizes at which their colours begin
 * @param upperShare share at which they end
 */
record Look(
    PictureStyle style,
    Set<Layer> layers,
    Set<Column> columns,
    @Nullable Horizon fillColours,
    double lowerShare,
    double upperShare) {
  static final double FIRST_UPPER = 0.97;

  static final Look FIRST =
      new Look(
          PictureStyle.DARK,
          EnumSet.allOf(Layer.class),
          EnumSet.noneOf(Column.class),
          null,
          0,
          FIRST_UPPER);

  Look {
    layers = Set.copyOf(layers);
    columns = Set.copyOf(columns);
  }

  Look in(PictureStyle newStyle) {
    return new Look(newStyle, layers, columns, fillColours, lowerShare, upperShare);
  }

  /** With a layer that was hidden, or without one that was shown. */
  Look toggled(Layer layer) {
    return new Look(style, toggled(layers, layer), columns, fillColours, lowerShare, upperShare);
  }

  Look toggled(Column column) {
    return new Look(style, layers, toggled(columns, column), fillColours, lowerShare, upperShare);
  }

  private static <T> Set<T> toggled(Set<T> before, T one) {
    Set<T> after = new java.util.HashSet<>(before);
    if (!after.remove(one)) {
      after.add(one);
    }
    return after;
  }

  Look colouredBy(@Nullable Horizon horizon) {
    return new Look(style, layers, columns, horizon, lowerShare, upperShare);
  }

  Look cutOff(double lower, double upper) {
    return new Look(style, layers, columns, fillColours, lower, upper);
  }
}
