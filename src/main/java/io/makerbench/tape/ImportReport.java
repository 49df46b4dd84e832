package io.makerbench.tape;

import java.util.List;

/**
 * What an import did.
 *
 * @param header header of the tape it wrote: sources, tables and findings
 * @param tables what became of the rows, by table
 */
public record ImportReport(TapeHeader header, List<Rows> tables) {
  /**
   * Rows of one kind of recording: {@code read = written + dropped}. For book states from snapshots
   * a dropped row may be a crossed book; the findings say which.
   */
  public record Rows(String table, long read, long written, long dropped) {}
}
