package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes sure that a header read from a file can be relied on before any column is. */
final class TapeHeaderCheck {
  private static final int DEEPEST = 10_000;

  private final Path path;
  private final long columnBytes;

  /**
   * @param columnBytes bytes that follow the header
   */
  TapeHeaderCheck(Path path, long columnBytes) {
    this.path = path;
    this.columnBytes = columnBytes;
  }

  /** Throws an {@link InputException} that says what is wrong. */
  void check(@Nullable TapeHeader header) {
    require(header != null, "its header is empty");
    Instrument instrument = header.instrument();
    require(instrument != null, "its header names no instrument");
    require(
        instrument.exchange() != null && instrument.symbol() != null, "its instrument has no name");
    require(
        step(instrument.priceStep()) && step(instrument.sizeStep()), "its steps are not above 0");
    require(header.depth() >= 0 && header.depth() <= DEEPEST, "its depth is " + header.depth());
    whole(header.sources(), "sources")
        .forEach(source ->
            require(
                source.file() != null && source.type() != null,
                "a source in its header has no name"));
    whole(header.findings(), "findings")
        .forEach(finding ->
            require(
                finding.kind() != null && finding.table() != null && finding.first() != null,
                "a finding in its header is not whole"));
    whole(header.tables(), "tables").forEach(table -> check(table, header.depth()));
  }

  private void check(TapeHeader.Table table, int depth) {
    require(table.name() != null, "a table in its header has no name");
    boolean states = table.name().equals(BookStates.TABLE) && table.rows() > 0;
    require(depth > 0 || !states, "its book states have no levels");
    require(table.rows() >= 0, "table " + table.name() + " has " + table.rows() + " rows");
    for (TapeHeader.Column column : whole(table.columns(), "columns of table " + table.name())) {
      String name = "column " + column.name() + " of table " + table.name();
      require(column.name() != null, "a column of table " + table.name() + " has no name");
      ColumnType type =
          Arrays.stream(ColumnType.values())
              .filter(known -> known.name().equals(column.type()))
              .findFirst()
              .orElseThrow(() -> damaged(name + " is of the unknown type " + column.type()));
      long offset = column.offset();
      require(offset >= 0 && offset % TapeWriter.ALIGNMENT == 0, name + " begins at " + offset);
      boolean fits =
          table.rows() == 0
              || offset <= columnBytes && table.rows() <= (columnBytes - offset) / type.bytes;
      require(fits, name + " is cut off");
    }
  }

  private <T> List<T> whole(@Nullable List<T> list, String name) {
    require(
        list != null && list.stream().allMatch(entry -> entry != null), "it has no whole " + name);
    return list;
  }

  private static boolean step(double step) {
    return step > 0 && step < Double.POSITIVE_INFINITY;
  }

  private void require(boolean right, String otherwise) {
    if (!right) {
      throw damaged(otherwise);
    }
  }

  private InputException damaged(String what) {
    return new InputException("The tape " + path + " is damaged: " + what + ".");
  }
}
