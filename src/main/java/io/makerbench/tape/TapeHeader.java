package io.makerbench.tape;

import java.util.List;

/**
 * What a tape says of itself.
 *
 * @param instrument what was recorded
 * @param sources the files it was imported from, in order
 * @param depth book levels a side in {@code states}; 0 without book states
 * @param findings defects found at import and what was done about each
 * @param tables its tables
 */
public record TapeHeader(
    Instrument instrument,
    List<Source> sources,
    int depth,
    List<Finding> findings,
    List<Table> tables) {

  /** A file a tape came from. {@code type} is the recorder's data type, for example trades. */
  public record Source(String file, String type, long rows, long bytes, String sha256) {}

  /**
   * One kind of defect.
   *
   * @param kind short name, for example {@code unsorted}, {@code gap}, {@code crossed}
   * @param table table it was found in
   * @param count how often
   * @param first where it was first found, in words
   * @param action what was done about it, in words
   */
  public record Finding(String kind, String table, long count, String first, String action) {}

  /** A table: its rows and columns. */
  public record Table(String name, long rows, List<Column> columns) {}

  /** A column: type and the place of its first byte, counted from the end of the header. */
  public record Column(String name, String type, long offset) {}
}
