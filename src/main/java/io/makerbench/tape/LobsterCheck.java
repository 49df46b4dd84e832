package io.makerbench.tape;

import java.nio.file.Path;
import java.util.List;

/**
 * Compares the book that a LOBSTER archive's messages build, order by order, with the published row
 * after every message, to the share. The first row is where the book starts. After it, a level is
 * taken from a row only as it comes into view at the deep edge, where the archive has no messages.
 */
record LobsterCheck(LobsterZip archive) implements Verification {
  /** The archives among some files. */
  static List<Verification> among(List<Path> files) {
    return files.stream()
        .filter(LobsterZip::isZip)
        .<Verification>map(file -> new LobsterCheck(LobsterZip.recognise(file)))
        .toList();
  }

  @Override
  public String subject() {
    return archive.path().getFileName() + ": messages against published rows";
  }

  @Override
  public List<Path> files() {
    return List.of(archive.path());
  }

  @Override
  public Verdict run() {
    Grid prices = new Grid(null, Rounding.MOST_TICKS);
    archive.see(prices);
    LobsterComparison comparison =
        new LobsterComparison(new LobsterSteps(prices), archive.name().levels(), prices.step());
    archive.read(new LobsterSteps(prices), comparison::take);
    return comparison.verdict();
  }
}
