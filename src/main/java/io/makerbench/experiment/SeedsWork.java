package io.makerbench.experiment;

import io.makerbench.config.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Trains one configuration by several seeds, each in a run of its own, and judges what they decide
 * together in the run {@value #TOGETHER}.
 */
public final class SeedsWork {
  private static final String TOGETHER = "together";

  private final RunSeries runs;

  /** Runs are made below {@code folder}; those that are done already are kept. */
  public SeedsWork(Runner runner, Path folder, Consumer<ProgressEvent> progress) {
    runs = new RunSeries(runner, folder, progress);
  }

  /**
   * Carries all runs out.
   *
   * @param config a configuration that learns
   * @param seeds seeds of the trainings; the run that judges has the configuration's own
   * @return the run in which the policies decide together
   * @throws InputException when it does not learn, a seed comes twice, or a run fails
   */
  public RunFolder carryOut(ObjectNode config, List<Long> seeds) {
    if (!ConfigFiles.read(config, "configuration").agent().learns()) {
      throw new InputException("Seeds are for a configuration that learns; this one does not.");
    }
    if (seeds.stream().distinct().count() != seeds.size()) {
      throw new InputException("A seed is named twice: " + seeds + ".");
    }
    List<RunFolder> trained = new ArrayList<>();
    for (long seed : seeds) {
      trained.add(runs.finish("seed-" + seed, config.deepCopy().put("seed", seed)));
    }
    return runs.finish(TOGETHER, together(config, trained));
  }

  private static ObjectNode together(ObjectNode config, List<RunFolder> trained) {
    ObjectNode result = config.deepCopy();
    ObjectNode agent = ((ObjectNode) result.get("agent")).put("mode", "pretrained");
    ArrayNode checkpoints = agent.putArray("checkpoints");
    trained.forEach(run -> checkpoints.add(run.path().toString()));
    ((ObjectNode) result.get("evaluation")).put("enabled", true);
    return result.put("label", result.path("label").asString("") + "-" + TOGETHER);
  }
}
