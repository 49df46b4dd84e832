package io.makerbench.experiment.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run will take, from the finished run most like it: the length of its training grows with
 * the key that says how long it is, all else is as it was.
 *
 * @param steps it will learn from
 * @param seconds of work in all
 * @param mib of memory; NaN where that is not known
 * @param like the run it is reckoned from
 * @param differences keys in which that run differs
 */
public record RunEstimate(double steps, double seconds, double mib, String like, int differences) {
  /** Which key says how long an agent learns. */
  private static final Map<String, String> LENGTHS =
      Map.of(
          "dqn", "/dqn/num_episodes",
          "ppo", "/ppo/total_ticks",
          "a2c", "/a2c/total_ticks",
          "cloning", "/cloning/epochs");

  /** Keys that cost nothing. */
  private static final Set<String> COST_NOTHING = Set.of("label", "seed");

  /** Reckons it; absent where nothing like it was finished, or where nothing is to be learned. */
  public static Optional<RunEstimate> of(ObjectNode config, List<PastRun> past) {
    String agent = agent(config);
    String length = LENGTHS.get(agent);
    if (length == null) {
      return Optional.empty();
    }
    return past.stream()
        .filter(
            run -> agent(run.config()).equals(agent) && system(run.config()).equals(system(config)))
        .map(run -> of(config, run, length))
        .min(Comparator.comparing(RunEstimate::differences));
  }

  private static RunEstimate of(ObjectNode config, PastRun run, String length) {
    double before = run.config().at(length).asDouble(0);
    double ratio = before > 0 ? config.at(length).asDouble(before) / before : 1;
    return new RunEstimate(
        run.steps() * ratio,
        run.trainingSeconds() * ratio + run.otherSeconds(),
        run.mib(),
        run.name(),
        differences(config, run.config(), length));
  }

  private static int differences(ObjectNode config, ObjectNode other, String length) {
    Map<String, JsonNode> both = new LinkedHashMap<>();
    both.put("this", config);
    both.put("that", other);
    String lengthKey = length.substring(1).replace('/', '.');
    return (int)
        ConfigDifference.of(both).differing().rows().stream()
            .map(ConfigDifference.Row::key)
            .filter(key -> !COST_NOTHING.contains(key) && !key.equals(lengthKey))
            .filter(key -> isUsed(key, agent(config)))
            .count();
  }

  /** Settings of the learners that do not learn cost nothing. */
  private static boolean isUsed(String key, String agent) {
    String section = key.split("\\.", 2)[0];
    return !LENGTHS.containsKey(section) || section.equals(agent);
  }

  private static String agent(ObjectNode config) {
    return config.at("/agent/type").asString("");
  }

  private static String system(ObjectNode config) {
    return config.path("system").asString("");
  }
}
