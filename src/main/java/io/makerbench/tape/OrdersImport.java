package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes one tape of a recording of single orders. Lines are written as they are read, in the
 * recording's own order; heap use does not grow with their number.
 */
final class OrdersImport {
  private static final double NS_PER_MILLI = 1e6;

  private final OrderRecording recording;
  private final ImportOptions options;
  private final ImportProgress progress;
  private final Findings findings = new Findings();

  OrdersImport(OrderRecording recording, ImportOptions options, ImportProgress progress) {
    this.recording = recording;
    this.options = options;
    this.progress = progress;
  }

  /** Imports; see {@link Importer#run}. */
  ImportReport run(Path tape) {
    Grid prices = new Grid(options.priceStep(), Rounding.MOST_TICKS);
    Grid sizes = new Grid(options.sizeStep(), Rounding.MOST_LOTS);
    List<FileCheck> checks = recording.files().stream().map(FileCheck::of).toList();
    refuseTwice(checks);
    recording.see(prices, sizes);
    int depth = recording.depth(options);
    try (TapeWriter writer = new TapeWriter(tape);
        OrderTables tables = new OrderTables(writer, depth, options, findings, progress)) {
      long[] rows = recording.write(tables, prices, sizes);
      tables.finish();
      if (options.strict()) {
        findings.refuse();
      }
      Instrument instrument =
          new Instrument(recording.exchange(), recording.symbol(), prices.step(), sizes.step());
      TapeHeader header = writer.finish(instrument, sources(rows, checks), depth, findings.list());
      return new ImportReport(header, List.of(tables.rows()));
    }
  }

  private void refuseTwice(List<FileCheck> checks) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < checks.size(); i++) {
      if (!seen.add(checks.get(i).sha256())) {
        throw new InputException(
            recording.files().get(i) + " has the same content as another of the files to import.");
      }
    }
  }

  private List<TapeHeader.Source> sources(long[] rows, List<FileCheck> checks) {
    List<TapeHeader.Source> sources = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      String name = recording.files().get(i).getFileName().toString();
      if (options.clockOffsetNs() != 0) {
        findings.add(Defect.CLOCK_OFFSET, "all", () -> name + ": " + offsetMillis() + " ms");
      }
      sources.add(
          new TapeHeader.Source(
              name, recording.typeName(), rows[i], checks.get(i).bytes(), checks.get(i).sha256()));
    }
    return sources;
  }

  private double offsetMillis() {
    return options.clockOffsetNs() / NS_PER_MILLI;
  }
}
