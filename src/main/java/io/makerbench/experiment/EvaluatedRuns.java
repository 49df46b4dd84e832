package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.evaluate.Comparison;
import io.makerbench.evaluate.EvaluationStore;
import io.makerbench.evaluate.Metrics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The evaluations of some runs put together: policies × windows × seeds. Runs whose configurations
 * differ in nothing but the seed give one policy, with the passages of each seed; a baseline that
 * several runs of one market have is one policy too. Runs without an evaluation are left out.
 *
 * @param policies every policy, in the order of the runs
 * @param passages every passage of a policy through a window with a seed, in the same order
 */
public record EvaluatedRuns(List<Policy> policies, List<Passage> passages) {
  /**
   * A policy of some runs.
   *
   * @param name unique among those compared; with the label or the name of its run before it where
   *     several would be called alike
   * @param policy its name within its runs
   * @param agent true where it is what its runs were made for, false for a baseline
   * @param runs the runs that evaluated it, one a seed
   */
  public record Policy(String name, String policy, boolean agent, List<RunFolder> runs) {}

  /**
   * One passage.
   *
   * @param metrics its metrics, under the policy's name here
   * @param run the run that holds it
   * @param seed the run's seed
   */
  public record Passage(Metrics metrics, RunFolder run, long seed) {}

  /** Reads the evaluations of runs. */
  public static EvaluatedRuns read(List<RunFolder> runs) {
    Map<Key, List<Found>> groups = new LinkedHashMap<>();
    for (RunFolder run : runs) {
      JsonNode config = run.readConfig();
      List<Metrics> rows = new EvaluationStore(run.evaluation()).metrics();
      String agent = rows.isEmpty() ? "" : rows.getFirst().policy();
      for (Metrics row : rows) {
        Key key = Key.of(row.policy(), row.policy().equals(agent), config);
        Found found = new Found(row, run, config.path("seed").asLong(0));
        List<Found> group = groups.computeIfAbsent(key, k -> new ArrayList<>());
        if (group.stream().noneMatch(found::repeats)) {
          group.add(found);
        }
      }
    }
    return named(groups);
  }

  private static EvaluatedRuns named(Map<Key, List<Found>> groups) {
    List<Policy> policies = new ArrayList<>();
    List<Passage> passages = new ArrayList<>();
    Map<Key, String> names = names(groups);
    groups.forEach((key, found) -> {
      String name = names.get(key);
      List<RunFolder> runs = found.stream().map(Found::run).distinct().toList();
      policies.add(new Policy(name, key.policy(), key.agent(), runs));
      found.forEach(f -> passages.add(new Passage(under(name, f.metrics()), f.run(), f.seed())));
    });
    return new EvaluatedRuns(List.copyOf(policies), List.copyOf(passages));
  }

  private static Metrics under(String name, Metrics row) {
    return new Metrics(name, row.window(), row.fillRule(), row.values());
  }

  /**
   * The policy's own name where it is the only one; else with its run's label or name before it.
   */
  private static Map<Key, String> names(Map<Key, List<Found>> groups) {
    Map<Key, String> names = new LinkedHashMap<>();
    Map<Key, String> labelled = new LinkedHashMap<>();
    groups.forEach((key, found) ->
        labelled.put(key, found.getFirst().run().stored().label() + "/" + key.policy()));
    groups.forEach((key, found) -> {
      boolean alone =
          groups.keySet().stream().filter(k -> k.policy().equals(key.policy())).count() == 1;
      boolean told =
          labelled.values().stream().filter(label -> label.equals(labelled.get(key))).count() == 1;
      String run = found.getFirst().run().name();
      names.put(key, alone ? key.policy() : told ? labelled.get(key) : run + "/" + key.policy());
    });
    return names;
  }

  /** What makes two policies of different runs one. */
  private record Key(String policy, boolean agent, String settings) {
    static Key of(String policy, boolean agent, JsonNode config) {
      ObjectNode settings = Recipe.of(config).settings();
      if (!agent) {
        settings.retain("system", "market");
      }
      return new Key(policy, agent, settings.toString());
    }
  }

  private record Found(Metrics metrics, RunFolder run, long seed) {
    boolean repeats(Found earlier) {
      return earlier.seed == seed && earlier.metrics.window().equals(metrics.window());
    }
  }

  public List<String> names() {
    return policies.stream().map(Policy::name).toList();
  }

  /** Names of all windows, in the order in which they were evaluated. */
  public List<String> windows() {
    return passages.stream().map(passage -> passage.metrics().window()).distinct().toList();
  }

  /** All seeds, in the order of the runs. */
  public List<Long> seeds() {
    return passages.stream().map(Passage::seed).distinct().toList();
  }

  /** Fill rules the figures rest on; more than one cannot be compared. */
  public List<String> fillRules() {
    return passages.stream().map(passage -> passage.metrics().fillRule()).distinct().toList();
  }

  /** The passages through some windows with some seeds. */
  public EvaluatedRuns within(Collection<String> windows, Collection<Long> seeds) {
    return new EvaluatedRuns(
        policies,
        passages.stream()
            .filter(p -> windows.contains(p.metrics().window()) && seeds.contains(p.seed()))
            .toList());
  }

  /** The passages of a policy. */
  public List<Passage> of(String policy) {
    return passages.stream().filter(p -> p.metrics().policy().equals(policy)).toList();
  }

  /** The metrics of all passages. */
  public List<Metrics> metrics() {
    return passages.stream().map(Passage::metrics).toList();
  }

  /**
   * One policy against others, on the windows and seeds that all of them have. Differences are the
   * policy's minus the other's.
   *
   * @throws InputException when there is no window and seed that they share, or the fill rules
   *     differ
   */
  public Comparison compare(String policy, List<String> others) {
    List<String> all = new ArrayList<>(List.of(policy));
    others.stream().filter(other -> !other.equals(policy)).forEach(all::add);
    Set<Long> seeds = shared(all, Passage::seed);
    List<Passage> ofSeeds = passages.stream().filter(p -> seeds.contains(p.seed())).toList();
    SequencedMap<Long, List<Metrics>> bySeed = new LinkedHashMap<>();
    Set<String> windows = sharedWindows(all, seeds, ofSeeds);
    for (Passage passage : ofSeeds) {
      Metrics row = passage.metrics();
      if (all.contains(row.policy()) && windows.contains(row.window())) {
        bySeed.computeIfAbsent(passage.seed(), seed -> new ArrayList<>()).add(row);
      }
    }
    if (bySeed.isEmpty()) {
      throw new InputException(
          "%s share no window and seed. Evaluate them on the same windows with the same seeds, or choose others."
              .formatted(String.join(" and ", all)));
    }
    return Comparison.ofSeeds(policy, bySeed, 0);
  }

  private <T> Set<T> shared(List<String> names, java.util.function.Function<Passage, T> fact) {
    Set<T> shared = new LinkedHashSet<>(of(names.getFirst()).stream().map(fact).toList());
    names.forEach(name -> shared.retainAll(of(name).stream().map(fact).toList()));
    return shared;
  }

  /** Windows that every one of the policies has with every one of the seeds. */
  private static Set<String> sharedWindows(
      List<String> names, Set<Long> seeds, List<Passage> passages) {
    Set<String> shared =
        new LinkedHashSet<>(passages.stream().map(p -> p.metrics().window()).toList());
    for (String name : names) {
      for (long seed : seeds) {
        shared.retainAll(
            passages.stream()
                .filter(p -> p.seed() == seed && p.metrics().policy().equals(name))
                .map(p -> p.metrics().window())
                .toList());
      }
    }
    return shared;
  }

  /** Passages that a comparison of these policies leaves out, having no partner. */
  public int unpaired(String policy, String other) {
    long both = of(policy).size() + (long) of(other).size();
    Comparison comparison = compare(policy, List.of(other));
    return (int) both - 2 * comparison.pairings().getFirst().windows().size();
  }
}
