package io.makerbench.system.perp;

import io.makerbench.config.Key;
import io.makerbench.system.FundingConfig;
import java.util.List;
import java.util.stream.Stream;

/** Recorded histories that take the place of what the made market draws. */
public record HistoriesConfig(
    @Key(
            help =
                "Funding of each venue, in the order of venues; an episode begins at a drawn time"
                    + " that all of them cover. Empty: drawn by randomisation.",
            fallback = "[]")
        List<FundingConfig> funding,
    @Key(help = "Distances of the venues' mids from each other.") BasisConfig basis) {
  boolean any() {
    return !funding.isEmpty() || basis.history() != null;
  }

  /** The files, those of funding first, in the order of the venues. */
  List<String> files() {
    return Stream.concat(
            funding.stream().map(FundingConfig::history), Stream.ofNullable(basis.history()))
        .toList();
  }
}
