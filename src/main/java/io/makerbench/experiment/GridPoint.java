package io.makerbench.experiment;

import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One point of a latency–fee grid.
 *
 * @param name name of the point and of its run
 * @param fees maker fee, bps
 * @param latencyMicros order latency, µs
 */
public record GridPoint(String name, double fees, long latencyMicros) {
  /**
   * Reads a grid in the form of the published code: an object of points by name, each with {@code
   * fees} in bps and {@code latency} in µs.
   */
  public static List<GridPoint> read(Path file) {
    List<GridPoint> points = new ArrayList<>();
    JsonNode tree = Json.read(file);
    for (String name : tree.propertyNames()) {
      JsonNode point = tree.get(name);
      if (!point.path("fees").isNumber() || !point.path("latency").isIntegralNumber()) {
        throw new InputException(
            file
                + ": "
                + name
                + ": This must be {\"fees\": bps, \"latency\": µs}, not "
                + point
                + ".");
      }
      points.add(
          new GridPoint(name, point.get("fees").doubleValue(), point.get("latency").longValue()));
    }
    if (points.isEmpty()) {
      throw new InputException(
          file
              + " names no point: {\"run1\": {\"fees\": 0.2, \"latency\": 10000}, …} is expected.");
    }
    return points;
  }

  /**
   * Every fee with every latency.
   *
   * @param fees maker fees, bps
   * @param latenciesMicros order latencies, µs
   */
  public static List<GridPoint> all(List<Double> fees, List<Long> latenciesMicros) {
    List<GridPoint> points = new ArrayList<>();
    for (double fee : fees) {
      for (long latency : latenciesMicros) {
        points.add(new GridPoint("fee" + fee + "-latency" + latency, fee, latency));
      }
    }
    return points;
  }

  /** A configuration of this point that judges a policy trained before. */
  ObjectNode of(ObjectNode config, RunFolder trained) {
    ObjectNode result = config.deepCopy();
    result.put("label", name);
    ObjectNode agent = (ObjectNode) result.get("agent");
    if (AgentConfig.LEARNERS.contains(agent.path("type").asString(""))
        && agent.path("mode").asString("").equals("train")) {
      agent.put("mode", "pretrained").put("checkpoint", trained.path().toString());
    }
    ((ObjectNode) result.get("evaluation")).put("enabled", true);
    for (ObjectNode venue : venues(result)) {
      venue.put("cost_in_bps", fees).put("latency_micros", latencyMicros);
    }
    return result;
  }

  /** The sections that hold fees and latency of a venue. */
  private static List<ObjectNode> venues(ObjectNode config) {
    if (config.at("/market/simulator") instanceof ObjectNode simulator) {
      return List.of(simulator);
    }
    List<ObjectNode> venues = new ArrayList<>();
    for (JsonNode market : config.at("/market/markets")) {
      venues.add((ObjectNode) market);
    }
    if (venues.isEmpty()) {
      throw new InputException(
          "A grid of latencies and fees is for the systems lob-replay and venue-replay; "
              + config.path("system").asString("")
              + " has none.");
    }
    return venues;
  }
}
