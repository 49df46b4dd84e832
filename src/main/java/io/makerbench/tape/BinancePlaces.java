package io.makerbench.tape;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Places in several raw recordings as one number: the file's index and the line. */
record BinancePlaces(List<BinanceFile> files) implements RowPlaces {
  private static final int LINE_BITS = 40;
  private static final long LINE_MASK = (1L << LINE_BITS) - 1;

  /** The files in the order of their first receive times. */
  static BinancePlaces of(List<Path> paths) {
    return new BinancePlaces(
        paths.stream()
            .map(BinanceFile::new)
            .sorted(
                Comparator.comparingLong(BinanceFile::firstTime)
                    .thenComparing(file -> file.path().getFileName().toString()))
            .toList());
  }

  static long of(int file, long line) {
    return (long) file << LINE_BITS | line;
  }

  @Override
  public String place(long row) {
    return files.get((int) (row >>> LINE_BITS)).place(row & LINE_MASK);
  }

  @Override
  public String shortPlace(long row) {
    return files.get((int) (row >>> LINE_BITS)).shortPlace(row & LINE_MASK);
  }
}
