package io.makerbench.workbench.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a value stands in a configuration: its keys from the root. */
record ConfigPath(List<String> keys) {
  static final ConfigPath ROOT = new ConfigPath(List.of());

  ConfigPath child(String key) {
    List<String> longer = new ArrayList<>(keys);
    longer.add(key);
    return new ConfigPath(List.copyOf(longer));
  }

  /** The value there; null when it is not given. */
  @Nullable JsonNode in(JsonNode tree) {
    JsonNode at = tree;
    for (String key : keys) {
      at = at == null ? null : at.get(key);
    }
    return at;
  }

  /** Puts a value there; sections on the way that are missing are made. */
  void put(ObjectNode tree, JsonNode value) {
    ObjectNode section = tree;
    for (String key : keys.subList(0, keys.size() - 1)) {
      section = section.get(key) instanceof ObjectNode below ? below : section.putObject(key);
    }
    section.set(keys.getLast(), value);
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
    return String.join(".", keys);
  }
}
