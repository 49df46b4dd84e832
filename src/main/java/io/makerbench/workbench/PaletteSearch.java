package io.makerbench.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what letters could mean among everything the command palette offers. */
final class PaletteSearch {
  /** A find: the letters stand in the text, or else in the group and the text. */
  record Found(PaletteEntry entry, FuzzyMatch match) {}

  private static final double RECENT = 6;
  private static final double IN_THE_GROUP = -4;

  private PaletteSearch() {}

  /**
   * What can be done now and fits, the best first; without letters what was used last, then the
   * rest in order.
   *
   * @param recent keys of the entries used last, the last first
   */
  static List<Found> find(String letters, List<PaletteEntry> all, List<String> recent) {
    List<Found> found = new ArrayList<>();
    for (PaletteEntry entry : all) {
      if (entry.command().enabled().get()) {
        FuzzyMatch.of(letters, entry.text())
            .or(() -> withGroup(letters, entry))
            .ifPresent(match -> found.add(new Found(entry, raised(match, entry, recent))));
      }
    }
    found.sort(Comparator.comparingDouble((Found one) -> -one.match().score()));
    return found;
  }

  /** The marks would stand in another text, so there are none. */
  private static Optional<FuzzyMatch> withGroup(String letters, PaletteEntry entry) {
    return FuzzyMatch.of(letters, entry.group() + " " + entry.text())
        .map(match -> new FuzzyMatch(match.score() + IN_THE_GROUP, new int[0]));
  }

  private static FuzzyMatch raised(FuzzyMatch match, PaletteEntry entry, List<String> recent) {
    int place = recent.indexOf(entry.key());
    double raise = place < 0 ? 0 : RECENT * (1 - (double) place / recent.size());
    return new FuzzyMatch(match.score() + raise, match.places());
  }
}
