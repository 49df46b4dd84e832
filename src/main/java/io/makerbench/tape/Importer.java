package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;

/**
 * Makes one tape of the recorded files of one instrument: Tardis' {@code book_snapshot_*}, {@code
 * incremental_book_L2}, {@code trades}, {@code quotes} and {@code derivative_ticker}, as CSV,
 * gzipped CSV or Parquet, of any number of days; or of raw WebSocket recordings of Binance's
 * futures; or of LOBSTER's archives of single orders. Kinds are recognised by columns, first lines
 * and, in archives, the names of their files.
 *
 * <p>Rows are first spooled to a hidden folder beside the tape, then sorted, checked and written;
 * heap use does not grow with their number. The same files and options give the same bytes.
 */
public final class Importer {
  private static final double NS_PER_MILLI = 1e6;

  private final ImportOptions options;
  private final ImportProgress progress;
  private final TapeWriter writer;
  private final Spools spools;
  private final Findings findings = new Findings();
  private final List<TapeHeader.Source> sources = new ArrayList<>();
  private final List<ImportReport.Rows> rows = new ArrayList<>();
  private int depth;

  private Importer(TapeWriter writer, ImportOptions options, ImportProgress progress) {
    this.writer = writer;
    this.options = options;
    this.progress = progress;
    spools = new Spools(writer, options);
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
    Optional<OrderRecording> orders = OrderRecording.among(files);
    if (orders.isPresent()) {
      return new OrdersImport(orders.get(), options, progress).run(tape);
    }
    try (TapeWriter writer = new TapeWriter(tape)) {
      return new Importer(writer, options, progress).run(files);
    }
  }

  private ImportReport run(List<Path> paths) {
    Instrument instrument;
    try (spools) {
      instrument =
          paths.stream().anyMatch(BinanceFile::is) ? readBinance(paths) : readTardis(paths);
      write();
    }
    if (options.strict()) {
      findings.refuse();
    }
    TapeHeader header = writer.finish(instrument, sources, depth, findings.list());
    return new ImportReport(header, List.copyOf(rows));
  }

  private Instrument readBinance(List<Path> paths) {
    for (Path path : paths) {
      if (!BinanceFile.is(path)) {
        throw new InputException(
            path + " is no raw WebSocket recording as the other files are; import them apart.");
      }
    }
    BinancePlaces places = BinancePlaces.of(paths);
    BinanceRows taken = new BinanceRows(spools, findings, places);
    BinanceReader raw =
        new BinanceReader(places, taken, options.clockOffsetNs(), findings, progress);
    depth = options.depth();
    for (int i = 0; i < places.files().size(); i++) {
      Path path = places.files().get(i).path();
      FutureTask<FileCheck> check = FileCheck.start(path);
      long messages = raw.read(i);
      addSource(path, BinanceFile.TYPE, messages, FileCheck.await(check));
    }
    raw.end();
    return rounding().instrument(BinanceReader.exchangeOf(raw.symbol()), raw.symbol());
  }

  private Instrument readTardis(List<Path> paths) {
    try (RecordingReader reader = new RecordingReader()) {
      List<RecordingFile> files = recognise(reader, paths);
      for (RecordingFile file : files) {
        spool(reader, file);
      }
      return rounding().instrument(files.getFirst().exchange(), files.getFirst().symbol());
    }
  }

  private Rounding rounding() {
    return new Rounding(spools.prices(), spools.sizes());
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

  private void spool(RecordingReader reader, RecordingFile file) {
    FutureTask<FileCheck> check = FileCheck.start(file.path());
    Spool spool = spools.of(file.type(), new Spool.Layout(RecordingColumns.of(file).size(), false));
    long before = spool.rows();
    reader.read(
        file,
        new RecordingSpooler(file, spool, spools, options.clockOffsetNs(), findings, progress));
    addSource(file.path(), file.typeName(), spool.rows() - before, FileCheck.await(check));
  }

  private void addSource(Path path, String type, long read, FileCheck check) {
    String name = path.getFileName().toString();
    for (TapeHeader.Source source : sources) {
      if (source.sha256().equals(check.sha256())) {
        throw new InputException(path + " has the same content as another of the files to import.");
      }
    }
    sources.add(new TapeHeader.Source(name, type, read, check.bytes(), check.sha256()));
    if (options.clockOffsetNs() != 0) {
      findings.add(
          Defect.CLOCK_OFFSET,
          "all",
          () -> name + ": " + options.clockOffsetNs() / NS_PER_MILLI + " ms");
    }
  }

  private void write() {
    try (EventsWriter events = new EventsWriter(writer)) {
      write(events);
      progress.goOn("merging events", events.rows());
      events.finish();
    }
  }

  private void write(EventsWriter events) {
    Rounding rounding = rounding();
    spools.forEach((type, spool) -> {
      spool.map();
      RowStream stream = new RowStream(spool, type, findings, progress);
      switch (type) {
        case INCREMENTAL_BOOK_L2 -> new LevelsImport(stream, rounding, writer, events, depth).run();
        case BOOK_SNAPSHOT -> new SnapshotsImport(stream, rounding, writer, events, depth).run();
        case TRADES ->
            new TradesImport(stream, rounding, writer, events, spools.bookPrices()).run();
        case QUOTES -> new QuotesImport(stream, rounding, writer).run();
        case DERIVATIVE_TICKER -> new TickerImport(stream, writer).run();
      }
      rows.add(stream.rows());
    });
  }
}
