package io.makerbench.experiment;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run was made by: runs of the same settings are seeds of one configuration.
 *
 * @param settings all that decides what a policy is or meets, but the seed
 * @param learns whether there is something to learn, and not a rule or a finished policy to judge
 */
public record Recipe(ObjectNode settings, long seed, boolean learns) {
  private static final Set<String> PASSED_OVER = Set.of("seed", "label", "execution", "evaluation");

  /**
   * The recipe of a run's configuration. Sections that it does not have, because the run is older
   * than they are, are as by default.
   */
  public static Recipe of(JsonNode config) {
    ObjectNode settings = ConfigFiles.defaults();
    settings.setAll(((ObjectNode) config).deepCopy());
    settings.remove(PASSED_OVER);
    JsonNode agent = config.path("agent");
    boolean learns =
        AgentConfig.LEARNERS.contains(agent.path("type").asString(""))
            && agent.path("mode").asString("").equalsIgnoreCase(AgentConfig.Mode.TRAIN.name());
    return new Recipe(settings, config.path("seed").asLong(0), learns);
  }
}
