package io.makerbench.tape;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files that record the single orders of one instrument, in order of time. */
sealed interface OrderRecording permits LobsterRecording, BitstampRecording {
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
    List<Path> lobster = files.stream().filter(LobsterSource::is).toList();
    List<Path> bitstamp = files.stream().filter(BitstampFile::is).toList();
    if (lobster.isEmpty() && bitstamp.isEmpty()) {
      return Optional.empty();
    }
    if (lobster.size() < files.size() && bitstamp.size() < files.size()) {
      throw new InputException(
          (lobster.isEmpty() ? bitstamp : lobster).getFirst()
              + " is a recording of single orders, and not all of the files are of its kind; a"
              + " tape is made of one kind.");
    }
    return Optional.of(
        lobster.isEmpty() ? new BitstampRecording(bitstamp) : new LobsterRecording(lobster));
  }
}
