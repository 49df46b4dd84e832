package io.makerbench.workbench.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a value stands in a configuration: its keys from the root. */
record ConfigPath(List<String> keys) {
  static final ConfigPath ROOT = new ConfigPath(List.of());

  ConfigPath child(String key) {
    List<String> longer = new ArrayList<>(keys);
    longer.add(key);
    return new ConfigPath(List.copyOf(longer));
  }

  /** The entry at a place in the list here. */
  ConfigPath entry(int place) {
    return child("[" + place + "]");
  }

  /** The value there; null when it is not given. */
  @Nullable JsonNode in(JsonNode tree) {
    JsonNode at = tree;
    for (String key : keys) {
      at = at == null ? null : below(at, key);
    }
    return at;
  }

  private static @Nullable JsonNode below(JsonNode at, String key) {
    return key.startsWith("[") ? at.get(place(key)) : at.get(key);
  }

  private static int place(String key) {
    return Integer.parseInt(key.substring(1, key.length() - 1));
  }

  /**
   * Puts a value there; sections on the way that are missing are made, entries of lists are not.
   */
  void put(ObjectNode tree, JsonNode value) {
    JsonNode section = tree;
    for (String key : keys.subList(0, keys.size() - 1)) {
      JsonNode next = below(section, key);
      section = next != null && next.isContainer() ? next : ((ObjectNode) section).putObject(key);
    }
    if (section instanceof ArrayNode list) {
      list.set(place(keys.getLast()), value);
    } else {
      ((ObjectNode) section).set(keys.getLast(), value);
    }
  }

  /** Whether a problem's path names this place or one inside it. */
  boolean covers(String problemPath) {
    String own = toString();
    return problemPath.equals(own)
        || problemPath.startsWith(own + ".")
        || problemPath.startsWith(own + "[");
  }

  @Override
  public String toString() {
    return String.join(".", keys).replace(".[", "[");
  }
}
