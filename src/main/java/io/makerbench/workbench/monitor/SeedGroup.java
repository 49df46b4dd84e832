package io.makerbench.workbench.monitor;

import io.makerbench.experiment.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs of one configuration, a run a seed, in the order of the overlay; or a single run.
 *
 * @param runs at least one
 */
record SeedGroup(List<LiveRun> runs) {
  /** Parts runs into groups; a seed that comes again is left out. */
  static List<SeedGroup> of(List<LiveRun> runs) {
    Map<Object, List<LiveRun>> byRecipe = new LinkedHashMap<>();
    for (LiveRun run : runs) {
      Recipe recipe = run.recipe();
      List<LiveRun> group =
          byRecipe.computeIfAbsent(
              recipe == null ? run : recipe.settings(), key -> new ArrayList<>());
      if (group.stream().noneMatch(known -> seed(known) == seed(run))) {
        group.add(run);
      }
    }
    return byRecipe.values().stream().map(List::copyOf).map(SeedGroup::new).toList();
  }

  private static long seed(LiveRun run) {
    return run.recipe() == null ? 0 : Objects.requireNonNull(run.recipe()).seed();
  }

  LiveRun first() {
    return runs.getFirst();
  }

  boolean isSeveral() {
    return runs.size() > 1;
  }
}
