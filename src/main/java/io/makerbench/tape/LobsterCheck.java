package io.makerbench.tape;

import java.nio.file.Path;
import java.util.List;

/**
 * Compares the book that a LOBSTER recording's messages build, order by order, with the published
 * row after every message, to the share. The first row is where the book starts. After it, a level
 * is taken from a row only as it comes into view at the deep edge, where the recording has no
 * messages.
 */
record LobsterCheck(LobsterDay day) implements Verification {
  /** The recordings among some files. */
  static List<Verification> among(List<Path> files) {
    return LobsterDay.among(files).stream().<Verification>map(LobsterCheck::new).toList();
  }

  @Override
  public String subject() {
    return day.messages().file().getFileName() + ": messages against published rows";
  }

  @Override
  public List<Path> files() {
    return day.files();
  }

  @Override
  public Verdict run() {
    Grid prices = new Grid(null, Rounding.MOST_TICKS);
    day.see(prices);
    LobsterComparison comparison =
        new LobsterComparison(new LobsterSteps(prices), day.name().levels(), prices.step());
    day.read(new LobsterSteps(prices), comparison::take);
    return comparison.verdict();
  }
}
