package io.makerbench.tape;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The spools of one import, one a kind, and the grids that their values are shown to. */
final class Spools implements AutoCloseable {
  private final TapeWriter tape;
  private final ImportOptions options;
  private final Map<RecordingType, Grid> prices = new EnumMap<>(RecordingType.class);
  private final Grid sizes;
  private final Map<RecordingType, Spool> spools = new EnumMap<>(RecordingType.class);

  Spools(TapeWriter tape, ImportOptions options) {
    this.tape = tape;
    this.options = options;
    sizes = new Grid(options.sizeStep(), Rounding.MOST_LOTS);
  }

  /** The spool of a kind; made when it is first asked for, with rows of this layout. */
  Spool of(RecordingType type, Spool.Layout layout) {
    return spools.computeIfAbsent(
        type, absent -> new Spool(tape.workingFile(absent.key()), layout));
  }

  /** The grid of the prices of one kind. */
  Grid prices(RecordingType type) {
    return prices.computeIfAbsent(type, absent -> newPrices());
  }

  private Grid newPrices() {
    return new Grid(options.priceStep(), Rounding.MOST_TICKS);
  }

  /** A grid for the prices of all kinds, once all were seen. */
  Grid prices() {
    Grid all = newPrices();
    prices.values().forEach(all::refine);
    return all;
  }

  /** The grid of the book's prices, once all were seen; null without a book. */
  @Nullable Grid bookPrices() {
    Grid levels = prices.get(RecordingType.INCREMENTAL_BOOK_L2);
    return levels == null ? prices.get(RecordingType.BOOK_SNAPSHOT) : levels;
  }

  Grid sizes() {
    return sizes;
  }

  void forEach(BiConsumer<RecordingType, Spool> action) {
    spools.forEach(action);
  }

  @Override
  public void close() {
    spools.values().forEach(Spool::close);
  }
}
