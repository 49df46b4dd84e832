package io.makerbench.workbench.replay;

import io.makerbench.workbench.panel.Lettering;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a user wants pictures to look, whatever the theme. Immutable.
 *
 * @param heat colours of resting sizes
 * @param layers layers to paint
 * @param columns bars and numbers beside the market, from left to right
 * @param fillColours horizon of the markouts that colour the fills; null to colour them by side
 * @param recentre when pictures move to keep the mid price in sight
 * @param card where a card tells what is under the pointer
 */
record Look(
    HeatLook heat,
    Set<Layer> layers,
    List<ColumnLook> columns,
    @Nullable Horizon fillColours,
    Recentre recentre,
    Card card) {

  static final Look FIRST =
      new Look(
          HeatLook.FIRST,
          EnumSet.complementOf(EnumSet.of(Layer.CANDLES, Layer.LAST, Layer.VWAP)),
          List.of(),
          null,
          Recentre.AT_EDGE,
          Card.FILLS);

  Look {
    Objects.requireNonNull(heat); // a file of another version has none
    Objects.requireNonNull(recentre);
    Objects.requireNonNull(card);
    layers = Collections.unmodifiableSet(new TreeSet<>(layers));
    columns = List.copyOf(columns);
  }

  Look with(HeatLook wanted) {
    return new Look(wanted, layers, columns, fillColours, recentre, card);
  }

  Look with(Recentre wanted) {
    return new Look(heat, layers, columns, fillColours, wanted, card);
  }

  Look with(Card wanted) {
    return new Look(heat, layers, columns, fillColours, recentre, wanted);
  }

  Look colouredBy(@Nullable Horizon horizon) {
    return new Look(heat, layers, columns, horizon, recentre, card);
  }

  /** With a layer that was hidden, or without one that was shown. */
  Look toggled(Layer layer) {
    Set<Layer> after = new TreeSet<>(layers);
    if (!after.remove(layer)) {
      after.add(layer);
    }
    return new Look(heat, after, columns, fillColours, recentre, card);
  }

  /** With a column that was hidden, at the right, or without one that was shown. */
  Look toggled(Column column) {
    return arranged(after -> {
      if (!after.removeIf(one -> one.column() == column)) {
        after.add(ColumnLook.of(column));
      }
    });
  }

  boolean shows(Column column) {
    return columns.stream().anyMatch(one -> one.column() == column);
  }

  /** With a column changed, where it is shown. */
  Look changed(Column column, UnaryOperator<ColumnLook> change) {
    return arranged(
        after -> after.replaceAll(one -> one.column() == column ? change.apply(one) : one));
  }

  /** With a column at another place among those shown, counted from the left. */
  Look moved(Column column, int place) {
    return arranged(after -> {
      ColumnLook one =
          after.stream().filter(shown -> shown.column() == column).findFirst().orElseThrow();
      after.remove(one);
      after.add(Math.clamp(place, 0, after.size()), one);
    });
  }

  private Look arranged(java.util.function.Consumer<List<ColumnLook>> arrange) {
    List<ColumnLook> after = new ArrayList<>(columns);
    arrange.accept(after);
    return new Look(heat, layers, after, fillColours, recentre, card);
  }

  /** Pixels of all columns beside these letters. */
  int columnPixels(Lettering letters) {
    return columns.stream().mapToInt(one -> one.pixels(letters)).sum();
  }
}
