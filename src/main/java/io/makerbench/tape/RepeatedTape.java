package io.makerbench.tape;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;

/**
 * A tape that holds another one several times, each time later: a recording of any length for
 * trying what a long one takes. Heap use does not grow with its length.
 */
public final class RepeatedTape {
  /** Time between the end of one repetition and the start of the next, ns. */
  private static final long PAUSE = 1_000_000_000;

  private static final List<String> TIMES = List.of("exchange_time", "local_time");

  private final Tape source;
  private final long span;

  private RepeatedTape(Tape source) {
    this.source = source;
    Events events = source.events();
    span = events.lastTime() - events.firstTime() + PAUSE;
  }

  /**
   * Writes one.
   *
   * @param source a tape with events
   * @param times how often it is repeated
   * @param target file of the new tape
   */
  public static void write(Tape source, int times, Path target) {
    RepeatedTape repeated = new RepeatedTape(source);
    try (TapeWriter writer = new TapeWriter(target)) {
      source.header().tables().forEach(table -> repeated.write(table, times, writer));
      TapeHeader header = source.header();
      writer.finish(header.instrument(), header.sources(), header.depth(), header.findings());
    }
  }

  private void write(TapeHeader.Table table, int times, TapeWriter writer) {
    TapeWriter.TableWriter target = writer.table(table.name());
    for (TapeHeader.Column column : table.columns()) {
      ColumnType type = ColumnType.valueOf(column.type());
      MemorySegment values = source.column(table.name(), column.name(), type);
      TapeWriter.ColumnWriter out = target.add(column.name(), type);
      for (int i = 0; i < times; i++) {
        copy(values, type, table.rows(), TIMES.contains(column.name()) ? i * span : 0, out);
      }
    }
  }

  private static void copy(
      MemorySegment values, ColumnType type, long rows, long later, TapeWriter.ColumnWriter out) {
    for (long row = 0; row < rows; row++) {
      switch (type) {
        case BYTE -> out.put(values.get(ValueLayout.JAVA_BYTE, row));
        case INT -> out.put(values.getAtIndex(ColumnType.INT_LAYOUT, row));
        case LONG -> out.put(values.getAtIndex(ColumnType.LONG_LAYOUT, row) + later);
        case DOUBLE -> out.put(values.getAtIndex(ColumnType.DOUBLE_LAYOUT, row));
      }
    }
  }
}
