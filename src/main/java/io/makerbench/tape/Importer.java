package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;

/**
 * Makes one tape of the recorded files of one instrument: Tardis' {@code book_snapshot_*}, {@code
 * incremental_book_L2}, {@code trades}, {@code quotes} and {@code derivative_ticker}, as CSV,
 * gzipped CSV or Parquet, of any number of days. Kinds are recognised by columns.
 *
 * <p>Rows are first spooled to a hidden folder beside the tape, then sorted, checked and written;
 * heap use does not grow with their number. The same files and options give the same bytes.
 */
public final class Importer {
  private final ImportOptions options;
  private final ImportProgress progress;
  private final Findings findings = new Findings();
  private final Grid prices;
  private final Grid sizes;
  private final List<TapeHeader.Source> sources = new ArrayList<>();
  private final List<ImportReport.Rows> rows = new ArrayList<>();
  private final Map<RecordingType, Spool> spools = new EnumMap<>(RecordingType.class);
  private int depth;

  private Importer(ImportOptions options, ImportProgress progress) {
    this.options = options;
    this.progress = progress;
    prices = new Grid(options.priceStep(), Rounding.MOST_TICKS);
    sizes = new Grid(options.sizeStep(), Rounding.MOST_LOTS);
  }

  /**
   * Imports recordings.
   *
   * @param tape the file to write; an older one of this name is replaced at the end
   * @throws InputException when a file is damaged or foreign, when instruments are mixed, or when a
   *     strict import finds a defect; nothing is left then
   */
  public static ImportReport run(
      List<Path> files, Path tape, ImportOptions options, ImportProgress progress) {
    if (files.isEmpty()) {
      throw new InputException("There is nothing to import: no file was named.");
    }
    return new Importer(options, progress).run(files, tape);
  }

  private ImportReport run(List<Path> paths, Path tape) {
    try (RecordingReader reader = new RecordingReader()) {
      List<RecordingFile> files = recognise(reader, paths);
      RecordingFile first = files.getFirst();
      try (TapeWriter writer = new TapeWriter(tape)) {
        try {
          for (RecordingFile file : files) {
            spool(reader, file, writer);
          }
          write(writer);
        } finally {
          spools.values().forEach(Spool::close);
        }
        if (options.strict()) {
          findings.refuse();
        }
        Instrument instrument = new Rounding(prices, sizes).instrument(first);
        TapeHeader header = writer.finish(instrument, sources, depth, findings.list());
        return new ImportReport(header, List.copyOf(rows));
      }
    }
  }

  private List<RecordingFile> recognise(RecordingReader reader, List<Path> paths) {
    List<RecordingFile> files = new ArrayList<>();
    for (Path path : paths) {
      RecordingFile file = reader.recognise(path);
      if (!files.isEmpty() && !files.getFirst().instrument().equals(file.instrument())) {
        throw new InputException(
            "A tape holds one instrument, but "
                + files.getFirst().path()
                + " is of "
                + files.getFirst().instrument()
                + " and "
                + path
                + " of "
                + file.instrument()
                + ".");
      }
      files.add(file);
    }
    return withoutUnusedSnapshots(files).stream()
        .sorted(Comparator.comparing((RecordingFile file) -> file.path().getFileName().toString()))
        .toList();
  }

  private List<RecordingFile> withoutUnusedSnapshots(List<RecordingFile> files) {
    boolean levels =
        files.stream().anyMatch(file -> file.type() == RecordingType.INCREMENTAL_BOOK_L2);
    List<RecordingFile> snapshots =
        files.stream().filter(file -> file.type() == RecordingType.BOOK_SNAPSHOT).toList();
    if (!levels) {
      depth = depthOf(snapshots);
      return files;
    }
    depth = options.depth();
    for (RecordingFile file : snapshots) {
      findings.add(
          Defect.SNAPSHOTS_UNUSED, BookStates.TABLE, () -> file.path().getFileName().toString());
    }
    return files.stream().filter(file -> file.type() != RecordingType.BOOK_SNAPSHOT).toList();
  }

  private static int depthOf(List<RecordingFile> snapshots) {
    for (RecordingFile file : snapshots) {
      if (file.depth() != snapshots.getFirst().depth()) {
        throw new InputException(
            snapshots.getFirst().path()
                + " has "
                + snapshots.getFirst().depth()
                + " levels and "
                + file.path()
                + " has "
                + file.depth()
                + "; a tape is made of snapshots of one depth.");
      }
    }
    return snapshots.isEmpty() ? 0 : snapshots.getFirst().depth();
  }

  private void spool(RecordingReader reader, RecordingFile file, TapeWriter writer) {
    FutureTask<FileCheck> check = FileCheck.start(file);
    Spool spool =
        spools.computeIfAbsent(
            file.type(),
            type -> new Spool(writer.workingFile(type.key()), RecordingColumns.of(file).size()));
    long before = spool.rows();
    try {
      new RecordingSpooler(file, spool, prices, sizes, findings, progress).readWith(reader);
    } catch (InputException e) {
      FileCheck.await(check); // A broken gzip stream explains whatever was read from it.
      throw e;
    }
    FileCheck checked = FileCheck.await(check);
    refuseTwice(file, checked.sha256());
    sources.add(
        new TapeHeader.Source(
            file.path().getFileName().toString(),
            file.typeName(),
            spool.rows() - before,
            checked.bytes(),
            checked.sha256()));
  }

  private void refuseTwice(RecordingFile file, String sha256) {
    Set<String> seen = new HashSet<>();
    sources.forEach(source -> seen.add(source.sha256()));
    if (seen.contains(sha256)) {
      throw new InputException(
          file.path() + " has the same content as another of the files to import.");
    }
  }

  private void write(TapeWriter writer) {
    try (EventsWriter events = new EventsWriter(writer)) {
      write(writer, events);
      progress.goOn("merging events", events.rows());
      events.finish();
    }
  }

  private void write(TapeWriter writer, EventsWriter events) {
    Rounding rounding = new Rounding(prices, sizes);
    spools.forEach((type, spool) -> {
      spool.map();
      RowStream stream = new RowStream(spool, type, findings, progress);
      switch (type) {
        case INCREMENTAL_BOOK_L2 -> new LevelsImport(stream, rounding, writer, events, depth).run();
        case BOOK_SNAPSHOT -> new SnapshotsImport(stream, rounding, writer, events, depth).run();
        case TRADES -> new TradesImport(stream, rounding, writer, events).run();
        case QUOTES -> new QuotesImport(stream, rounding, writer).run();
        case DERIVATIVE_TICKER -> new TickerImport(stream, writer).run();
      }
      rows.add(stream.rows());
    });
  }
}
