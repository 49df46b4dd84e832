package io.makerbench.system.perp;

import io.makerbench.config.InputException;
import io.makerbench.system.DataFiles;
import io.makerbench.system.FundingConfig;
import io.makerbench.system.TradingSystem.Place;
import io.makerbench.tape.FundingHistory;
import io.makerbench.tape.MinuteMids;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recorded histories of a configuration.
 *
 * @param funding one a venue; empty for none
 * @param remarks what a user should know of the files, each a sentence
 */
record Histories(List<FundingCourse> funding, @Nullable BasisCourse basis, List<String> remarks) {
  /** All is made. */
  static final Histories NONE = new Histories(List.of(), null, List.of());

  /**
   * Reads what a configuration names.
   *
   * @throws InputException when a file is missing or wrong, or not of as many venues
   */
  static Histories read(PerpConfig config, Place place) {
    int venues = config.venues().size();
    HistoriesConfig wanted = config.histories();
    List<FundingCourse> courses = new ArrayList<>();
    for (FundingConfig funding : wanted.funding()) {
      courses.add(course(funding, place));
    }
    requireAll("funding", courses.size(), venues);
    MinuteMids mids = mids(wanted.basis(), venues, place);
    Histories histories =
        new Histories(
            List.copyOf(courses),
            mids == null ? null : new BasisCourse(mids),
            mids == null ? List.of() : remarks(mids, wanted.basis()));
    if (!courses.isEmpty() && histories.end() <= histories.start()) {
      throw new InputException(
          "histories.funding: the files cover no time together; name files of the same years.");
    }
    return histories;
  }

  private static FundingCourse course(FundingConfig funding, Place place) {
    String file = funding.history();
    if (file == null) {
      throw new InputException(
          "histories.funding: every entry must name its file with the key history.");
    }
    return new FundingCourse(
        FundingHistory.read(DataFiles.find(file, place), funding.offset()), file);
  }

  private static @Nullable MinuteMids mids(BasisConfig wanted, int venues, Place place) {
    String file = wanted.history();
    if (file == null) {
      return null;
    }
    requireAll("basis.exchanges", wanted.exchanges().size(), venues);
    return MinuteMids.read(DataFiles.find(file, place), wanted.coin(), wanted.exchanges());
  }

  private static List<String> remarks(MinuteMids mids, BasisConfig wanted) {
    if (mids.refused() == 0) {
      return List.of();
    }
    return List.of(
        "histories.basis: %d of %d rows of %s at the named exchanges in %s were left out, for they are without prices, crossed or locked."
            .formatted(mids.refused(), mids.rows(), wanted.coin(), wanted.history()));
  }

  private static void requireAll(String key, int named, int venues) {
    boolean none = named == 0 && key.equals("funding");
    if (!none && named != venues) {
      throw new InputException(
          "histories.%s names %d; it must name one for each of the %d venues."
              .formatted(key, named, venues));
    }
  }

  /** First instant that all funding histories cover, ns since 1970 UTC. */
  long start() {
    return funding.stream().mapToLong(FundingCourse::start).max().orElse(0);
  }

  /** Last instant that all funding histories cover. */
  long end() {
    return funding.stream().mapToLong(FundingCourse::end).min().orElse(0);
  }
}
