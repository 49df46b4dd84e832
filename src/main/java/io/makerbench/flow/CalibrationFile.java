package io.makerbench.flow;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import io.makerbench.storage.WholeFile;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file {@code calibration.json}: the calibration, with keys that are the components' names in
 * snake case, and the goodness of fit in figures. What is not known is null.
 */
public final class CalibrationFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private static final double[] PROBABILITIES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

  private CalibrationFile() {}

  /** Writes the file whole; an older one is replaced. */
  public static void write(Path file, Calibrator.Outcome outcome) {
    WholeFile.write(file, text(outcome));
  }

  /** The text of the file; the same outcome gives the same text. */
  static String text(Calibrator.Outcome outcome) {
    ObjectNode root = MAPPER.valueToTree(outcome.calibration());
    root.set("goodness_of_fit", goodness(outcome.goodness()));
    withoutNaN(root);
    return Json.write(root);
  }

  private static ObjectNode goodness(GoodnessOfFit goodness) {
    ObjectNode node = MAPPER.createObjectNode();
    ObjectNode facts = node.putObject("facts");
    facts.set("tape", facts(goodness.tape()));
    goodness.models().forEach((name, model) -> facts.set(name, facts(model)));
    node.set("distances", MAPPER.valueToTree(goodness.distances()));
    return node;
  }

  /** Series are told by their quantiles. */
  private static ObjectNode facts(StylisedFacts facts) {
    ObjectNode node = MAPPER.valueToTree(facts);
    GoodnessOfFit.SERIES.forEach((name, series) -> node.set(name, figures(series.apply(facts))));
    return node;
  }

  private static ObjectNode figures(double[] series) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("count", series.length).put("mean", Sample.mean(series));
    ObjectNode quantiles = node.putObject("quantiles");
    double[] values = Sample.quantiles(series, PROBABILITIES);
    for (int i = 0; i < values.length; i++) {
      quantiles.put(Double.toString(PROBABILITIES[i]), values[i]);
    }
    return node;
  }

  private static void withoutNaN(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String key : object.propertyNames().stream().toList()) {
        if (undefined(object.get(key))) {
          object.putNull(key);
        }
        withoutNaN(object.get(key));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (undefined(array.get(i))) {
          array.setNull(i);
        }
        withoutNaN(array.get(i));
      }
    }
  }

  private static boolean undefined(JsonNode node) {
    return node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue());
  }

  /**
   * Reads the models of a file.
   *
   * @throws InputException when the file is missing, or is no calibration
   */
  public static FlowModels models(Path file) {
    return models(Json.read(file), file.toString());
  }

  private static FlowModels models(JsonNode root, String origin) {
    JsonNode models = root.get("models");
    if (models == null) {
      throw new InputException(origin + " is no calibration: it has no key models.");
    }
    try {
      return MAPPER.treeToValue(models, FlowModels.class);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new InputException(
          "The models of the calibration " + origin + " cannot be read: " + e.getMessage(), e);
    }
  }
}
