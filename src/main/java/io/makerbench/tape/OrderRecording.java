package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files that record the single orders of one instrument, in order of time. */
sealed interface OrderRecording permits LobsterRecording {
  /** Where they lie. */
  List<Path> files();

  String exchange();

  String symbol();

  /** Recorder's name of the kind. */
  String typeName();

  /** Levels a side of the book states that can be made of it. */
  int depth(ImportOptions options);

  /** Shows every price and size to the grids, which then know the steps that hold them all. */
  void see(Grid prices, Grid sizes);

  /** Writes everything to a tape and returns the rows read, by file. */
  long[] write(OrderTables tables, Grid prices, Grid sizes);

  /**
   * Recognises recordings of single orders by what is in the files; empty when there are none.
   *
   * @throws InputException when there are such recordings and others too: they make no one tape
   */
  static Optional<OrderRecording> among(List<Path> files) {
    List<Path> zips = files.stream().filter(LobsterZip::isZip).toList();
    if (!zips.isEmpty() && zips.size() < files.size()) {
      throw new InputException(
          zips.getFirst()
              + " is a recording of single orders, and others of the files are not; a tape is made"
              + " of one or the other.");
    }
    return zips.isEmpty() ? Optional.empty() : Optional.of(LobsterRecording.of(zips));
  }
}
