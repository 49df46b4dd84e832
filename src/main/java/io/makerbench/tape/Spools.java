package io.makerbench.tape;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The spools of one import, one a kind, and the grids that all their values are shown to. */
final class Spools implements AutoCloseable {
  private final TapeWriter tape;
  private final Grid prices;
  private final Grid sizes;
  private final Map<RecordingType, Spool> spools = new EnumMap<>(RecordingType.class);

  Spools(TapeWriter tape, ImportOptions options) {
    this.tape = tape;
    prices = new Grid(options.priceStep(), Rounding.MOST_TICKS);
    sizes = new Grid(options.sizeStep(), Rounding.MOST_LOTS);
  }

  /** The spool of a kind; made when it is first asked for, with rows of this layout. */
  Spool of(RecordingType type, Spool.Layout layout) {
    return spools.computeIfAbsent(
        type, absent -> new Spool(tape.workingFile(absent.key()), layout));
  }

  Grid prices() {
    return prices;
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
