package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.learn.dqn.Dqn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the files of the published lob-replay code as they are: {@code run_config.json}, and beside
 * it {@code train_dqn_config.json}, {@code features.json} and {@code model.pt}. They keep their
 * names and units; this class says where each key stands in a configuration of ours. The published
 * files describe the published behaviour, so the mode is {@code published}.
 */
public final class SourceConfigs {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> SIMULATOR =
      Set.of(
          "depth",
          "tick_size",
          "latency_micros",
          "cost_in_bps",
          "fixed_cost",
          "max_inventory",
          "inventory_penalty",
          "initial_cash",
          "min_order_size");
  private static final Set<String> RECORDING = Set.of("dataset", "market", "product");
  private static final Set<String> TOP = Set.of("label");
  private static final Set<String> ELSEWHERE =
      Set.of(
          "agent",
          "device",
          "simulator_mode",
          "standard_scaling_feat",
          "eval_log_flag",
          "intervals");
  private static final Set<String> ORDER_STATE =
      Set.of(
          "inventory", "active_quotes", "pending_quotes", "active_order_age", "pending_order_age");
  private static final Set<String> RECIPE_KEYS_LEFT_OUT = Set.of("cols");

  private SourceConfigs() {}

  /** True for a tree that is a run_config.json of the published code. */
  public static boolean recognises(JsonNode tree) {
    return tree.isObject() && tree.has("product") && tree.has("dataset") && !tree.has("system");
  }

  /** The configuration of ours that says the same; siblings of {@code file} are taken along. */
  public static ObjectNode convert(JsonNode source, Path file) {
    ObjectNode result = JSON.objectNode();
    ObjectNode market = result.putObject("market").put("mode", "published");
    ObjectNode recording = market.putObject("recording");
    ObjectNode simulator = market.putObject("simulator");
    ObjectNode features = market.putObject("features");
    for (String key : source.propertyNames()) {
      JsonNode value = source.get(key);
      if (SIMULATOR.contains(key)) {
        simulator.set(key, value);
      } else if (RECORDING.contains(key)) {
        recording.set(key, value);
      } else if (TOP.contains(key)) {
        result.set(key, value);
      } else if (!ELSEWHERE.contains(key)) {
        throw new InputException(
            file + ": " + key + ": There is no such key in the published run_config.json.");
      }
    }
    copy(source, "standard_scaling_feat", features);
    copy(source, "device", result.putObject("execution"));
    boolean trains = agent(source, file, result);
    copy(source, "intervals", recording, trains ? "intervals" : "evaluation_intervals");
    ObjectNode evaluation = result.putObject("evaluation").put("enabled", !trains);
    copy(source, "eval_log_flag", evaluation);
    sibling(file, "train_dqn_config.json").ifPresent(path -> dqn(Json.read(path), result));
    sibling(file, "features.json").ifPresent(path -> features(Json.read(path), path, features));
    return result;
  }

  private static boolean agent(JsonNode source, Path file, ObjectNode result) {
    JsonNode given = source.path("agent");
    String type = given.path("type").asString("symmetric_l1");
    String mode = given.path("mode").asString("eval");
    String simulator = source.path("simulator_mode").asString("eval");
    boolean trains = mode.equals("train");
    if (!Set.of("train", "pretrained", "eval").contains(mode)) {
      throw new InputException(
          file + ": agent.mode: This must be one of train, pretrained, eval, not " + mode + ".");
    }
    if (trains != simulator.equals("train") || !Set.of("train", "eval").contains(simulator)) {
      throw new InputException(
          file
              + ": simulator_mode: This must be "
              + (trains ? "train" : "eval")
              + " where agent.mode is "
              + mode
              + ", not "
              + simulator
              + ".");
    }
    ObjectNode agent = result.putObject("agent").put("type", type).put("mode", mode);
    if (type.equals(Dqn.NAME) && !trains) {
      agent.put("checkpoint", pretrained(file).toString());
    }
    return trains;
  }

  /** The load_path of the learner's file where it names one, else the model.pt beside it. */
  private static Path pretrained(Path file) {
    Optional<Path> named =
        sibling(file, "train_dqn_config.json")
            .map(path -> Json.read(path).path("load_path"))
            .filter(JsonNode::isString)
            .map(path -> file.toAbsolutePath().resolveSibling(path.asString()));
    return named
        .or(() -> sibling(file, "model.pt"))
        .orElseThrow(() ->
            new InputException(
                file
                    + ": agent.mode: a policy to act from is needed: name it with load_path in"
                    + " train_dqn_config.json, or put it at "
                    + file.resolveSibling("model.pt")
                    + ", which does not exist."));
  }

  private static Optional<Path> sibling(Path file, String name) {
    Path path = file.toAbsolutePath().resolveSibling(name);
    return Optional.of(path).filter(Files::exists);
  }

  private static void copy(JsonNode source, String key, ObjectNode target) {
    copy(source, key, target, key);
  }

  private static void copy(JsonNode source, String key, ObjectNode target, String as) {
    if (source.has(key)) {
      target.set(as, source.get(key));
    }
  }

  private static void dqn(JsonNode source, ObjectNode result) {
    ObjectNode dqn = result.putObject("dqn");
    for (String key : source.propertyNames()) {
      if (key.equals("action_timeout_sec")) {
        ((ObjectNode) result.get("market")).set(key, source.get(key));
      } else {
        dqn.set(key, source.get(key));
      }
    }
  }

  private static void features(JsonNode source, Path file, ObjectNode features) {
    ORDER_STATE.forEach(block -> features.put(block, false));
    ArrayNode recipes = features.putArray("recipes");
    for (String name : source.propertyNames()) {
      JsonNode value = source.get(name);
      if (ORDER_STATE.contains(name)) {
        features.put(name, true);
      } else if (value.isArray()) {
        value.forEach(recipe -> recipes.add(recipe(name, recipe, file)));
      } else {
        recipes.add(recipe(name, value, file));
      }
    }
  }

  private static ObjectNode recipe(String name, JsonNode source, Path file) {
    if (!source.isObject()) {
      throw new InputException(
          file + ": " + name + ": This must be one recipe in braces, or a list of them.");
    }
    ObjectNode recipe = JSON.objectNode().put("name", name);
    for (String key : source.propertyNames()) {
      if (!RECIPE_KEYS_LEFT_OUT.contains(key)) {
        recipe.set(key, source.get(key));
      }
    }
    return recipe;
  }
}
