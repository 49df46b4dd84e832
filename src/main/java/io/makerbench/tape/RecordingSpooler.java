package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.duckdb.DuckDBReadableVector;

/** Moves the rows of one file into a spool: times to ns, numbers shown to the grids. */
final class RecordingSpooler implements RecordingReader.Rows {
  private final RecordingFile file;
  private final List<RecordingColumns.Column> columns;
  private final Spool spool;
  private final Grid prices;
  private final Grid sizes;
  private final long clockOffsetNs;
  private final Findings findings;
  private final ImportProgress progress;
  private RecordedTimeUnit unit = RecordedTimeUnit.MICROSECONDS;

  RecordingSpooler(
      RecordingFile file,
      Spool spool,
      Spools spools,
      long clockOffsetNs,
      Findings findings,
      ImportProgress progress) {
    this.file = file;
    this.spool = spool;
    prices = spools.prices();
    sizes = spools.sizes();
    this.clockOffsetNs = clockOffsetNs;
    this.findings = findings;
    this.progress = progress;
    columns = RecordingColumns.of(file);
  }

  void readWith(RecordingReader reader) {
    spool.begin(file);
    reader.read(file, columns, this);
  }

  @Override
  public void take(DuckDBReadableVector[] vectors, int count, long firstRow) {
    if (firstRow == 0) {
      findUnit(vectors[Spool.EXCHANGE_TIME]);
    }
    for (int row = 0; row < count; row++) {
      takeTimes(vectors, row, firstRow);
      for (int i = 2; i < columns.size(); i++) {
        takeValue(columns.get(i), vectors[i], row, firstRow);
      }
    }
    if (!progress.goOn("reading " + file.path().getFileName(), firstRow + count)) {
      throw new CancellationException("The import was cancelled.");
    }
  }

  private void findUnit(DuckDBReadableVector times) {
    unit = RecordedTimeUnit.of(times.getLong(0, 0), file.place(0), file.exchangeTimeColumn());
    if (unit != RecordedTimeUnit.MICROSECONDS) {
      String place = file.shortPlace(0) + ": times are " + unit + ", not microseconds";
      findings.add(Defect.TIME_UNIT, file.type().table(), () -> place);
    }
  }

  private void takeTimes(DuckDBReadableVector[] vectors, int row, long firstRow) {
    long exchange = time(vectors, Spool.EXCHANGE_TIME, row, firstRow);
    long local = time(vectors, Spool.LOCAL_TIME, row, firstRow) + clockOffsetNs;
    if (!spool.row(exchange, local)) {
      findings.add(Defect.UNSORTED, file.type().table(), () -> file.shortPlace(firstRow + row));
    }
  }

  private long time(DuckDBReadableVector[] vectors, int column, int row, long firstRow) {
    long raw = vectors[column].getLong(row, 0);
    if (!unit.plausible(raw)) {
      throw unit.implausible(file.place(firstRow + row), columns.get(column).name(), raw);
    }
    return unit.toNanoseconds(raw);
  }

  private void takeValue(
      RecordingColumns.Column column, DuckDBReadableVector vector, int row, long firstRow) {
    switch (column.kind()) {
      case TIME, CODE -> spool.put(code(column, vector.getLong(row), row, firstRow));
      case OPTIONAL_TIME -> spool.put(unit.toNanoseconds(vector.getLong(row, 0)));
      case NUMBER -> spool.put(vector.getDouble(row, Double.NaN));
      case PRICE -> {
        double price = vector.getDouble(row, Double.NaN);
        prices.see(price);
        spool.put(price);
      }
      case SIZE -> {
        double size = vector.getDouble(row, Double.NaN);
        sizes.see(size);
        spool.put(size);
      }
    }
  }

  private long code(RecordingColumns.Column column, long code, int row, long firstRow) {
    if (file.type() == RecordingType.INCREMENTAL_BOOK_L2
        && (code & RecordingColumns.CODE_NO_SIDE) != 0) {
      throw new InputException(
          file.place(firstRow + row) + ", column " + column.name() + ": must be bid or ask.");
    }
    return code;
  }
}
