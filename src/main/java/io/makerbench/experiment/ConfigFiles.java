package io.makerbench.experiment;

import io.makerbench.config.ConfigReader;
import io.makerbench.config.ConfigSchema;
import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.config.Problem;
import io.makerbench.system.TradingSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Loads configurations: the project's own files, and the three JSON files of the source of the
 * system lob-replay as they are.
 */
public final class ConfigFiles {
  private static final Map<String, TradingSystem> SYSTEMS = findSystems();
  private static final ConfigReader READER =
      new ConfigReader(ConfigSchema.of(ExperimentConfig.class, configTypes()));

  private ConfigFiles() {}

  /** The reader of whole configurations; its schema drives the form and the reference. */
  public static ConfigReader reader() {
    return READER;
  }

  /** The trading system of this name. */
  public static TradingSystem system(String name) {
    TradingSystem found = SYSTEMS.get(name);
    if (found == null) {
      throw new InputException(
          "There is no system "
              + name
              + "; known are "
              + String.join(", ", SYSTEMS.keySet())
              + ".");
    }
    return found;
  }

  /** A configuration in which every key has its default. */
  public static ObjectNode defaults() {
    return complete(JsonNodeFactory.instance.objectNode());
  }

  /** A tree with every default written out: its keys in the order of the declaration. */
  public static ObjectNode complete(JsonNode tree) {
    return READER.complete(withBaselines(tree));
  }

  /** Names the baselines usual in the system where the tree names none. */
  private static JsonNode withBaselines(JsonNode tree) {
    TradingSystem system = SYSTEMS.get(tree.path("system").asString(""));
    JsonNode evaluation = tree.path("evaluation");
    if (system == null
        || evaluation.has("baselines")
        || !evaluation.isMissingNode() && !evaluation.isObject()) {
      return tree;
    }
    ObjectNode named = (ObjectNode) tree.deepCopy();
    ArrayNode baselines = named.withObject("/evaluation").putArray("baselines");
    system.usualBaselines().forEach(baselines::add);
    return named;
  }

  /**
   * Reads a file, applies overrides such as {@code dqn.lr=0.001} or {@code
   * market.markets[0].order_size=0.01}, and writes every default out.
   *
   * @throws InputException naming the file and every key that is wrong
   */
  public static ObjectNode load(Path file, List<String> overrides) {
    JsonNode tree = Json.read(file);
    if (SourceConfigs.recognises(tree)) {
      tree = SourceConfigs.convert(tree, file);
    }
    if (!tree.isObject()) {
      throw new InputException(file + " must hold a JSON object of keys in braces.");
    }
    ObjectNode changed = (ObjectNode) tree;
    for (String override : overrides) {
      set(changed, override);
    }
    read(changed, file.toString());
    return complete(changed);
  }

  /**
   * The configuration a tree describes.
   *
   * @param origin what to call the tree in messages, usually its file
   * @throws InputException naming every key that is wrong
   */
  public static ExperimentConfig read(JsonNode tree, String origin) {
    ExperimentConfig config = READER.read(withBaselines(tree), ExperimentConfig.class, origin);
    List<Problem> unknown = unknownNames(config);
    if (!unknown.isEmpty()) {
      throw new InputException(
          origin
              + ": "
              + unknown.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return config;
  }

  /** Everything wrong with a tree, as {@link #read} would say it. */
  public static List<Problem> problems(JsonNode tree) {
    List<Problem> found = READER.problems(tree);
    return found.isEmpty()
        ? unknownNames(READER.read(withBaselines(tree), ExperimentConfig.class, "configuration"))
        : found;
  }

  /** Agents and baselines that the trading system does not have. */
  private static List<Problem> unknownNames(ExperimentConfig config) {
    List<String> baselines = system(config.system()).baselines();
    String known = String.join(", ", baselines);
    List<Problem> found = new ArrayList<>();
    String agent = config.agent().type();
    if (!AgentConfig.LEARNERS.contains(agent) && !baselines.contains(agent)) {
      found.add(
          new Problem(
              "agent.type",
              "There is no agent "
                  + agent
                  + "; known are "
                  + String.join(", ", AgentConfig.LEARNERS)
                  + ", "
                  + known
                  + "."));
    }
    for (String baseline : config.evaluation().baselines()) {
      if (!baselines.contains(baseline)) {
        found.add(
            new Problem(
                "evaluation.baselines",
                "There is no baseline " + baseline + "; known are " + known + "."));
      }
    }
    return found;
  }

  private static void set(ObjectNode tree, String override) {
    int equals = override.indexOf('=');
    if (equals < 1) {
      throw new InputException(
          "--set takes key=value, for example --set dqn.lr=0.001, not " + override + ".");
    }
    put(tree, override.substring(0, equals), value(override.substring(equals + 1)));
  }

  /** Gives the key of a path such as {@code market.markets[0].order_size} a value. */
  static void put(ObjectNode tree, String key, JsonNode value) {
    // The place in a list is one more step: markets[0].order_size is markets, 0, order_size.
    String[] keys = key.replaceAll("\\[(\\d+)]", ".$1").split("\\.");
    JsonNode section = tree;
    for (int i = 0; i < keys.length - 1; i++) {
      section = below(section, keys[i], key);
    }
    String last = keys[keys.length - 1];
    if (section instanceof ArrayNode list) {
      list.set(place(list, last, key), value);
    } else {
      ((ObjectNode) section).set(last, value);
    }
  }

  private static JsonNode below(JsonNode section, String key, String override) {
    JsonNode below =
        section instanceof ArrayNode list ? list.get(place(list, key, override)) : section.get(key);
    if (below instanceof ObjectNode || below instanceof ArrayNode) {
      return below;
    }
    if (section instanceof ObjectNode object) {
      return object.putObject(key);
    }
    throw new InputException("--set " + override + ": the list holds no sections at this place.");
  }

  private static int place(ArrayNode list, String key, String override) {
    int place = key.matches("\\d{1,9}") ? Integer.parseInt(key) : -1;
    if (place < 0 || place >= list.size()) {
      throw new InputException(
          "--set "
              + override
              + ": this is a list of "
              + list.size()
              + "; name a place in it, from [0].");
    }
    return place;
  }

  private static JsonNode value(String text) {
    try {
      return Json.parse(text, "value");
    } catch (InputException notJson) {
      return StringNode.valueOf(text); // a bare word is a text
    }
  }

  private static Map<String, TradingSystem> findSystems() {
    Map<String, TradingSystem> found = new TreeMap<>();
    ServiceLoader.load(TradingSystem.class).forEach(system -> found.put(system.name(), system));
    return found;
  }

  private static Map<String, Class<? extends Record>> configTypes() {
    Map<String, Class<? extends Record>> types = new LinkedHashMap<>();
    SYSTEMS.forEach((name, system) -> types.put(name, system.configType()));
    return types;
  }
}
