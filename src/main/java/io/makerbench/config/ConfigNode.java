package io.makerbench.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One node of a configuration's declaration. The tree is read off annotated records by {@link
 * ConfigSchema}; reading, the form on screen, the JSON Schema and the reference page walk it.
 */
public sealed interface ConfigNode {
  /** Key in its section; empty for the root and for the elements of a list. */
  String key();

  /** One line that says what it does. */
  String help();

  /** The key as words, for forms and tables: {@code tick_size} is "Tick size". */
  default String label() {
    String words = key().replace('_', ' ');
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** A record: keys that belong together. */
  record Section(String key, String help, Class<? extends Record> type, List<ConfigNode> children)
      implements ConfigNode {
    /** The child of this key, null when there is none. */
    public @Nullable ConfigNode child(String childKey) {
      for (ConfigNode child : children) {
        if (child.key().equals(childKey)) {
          return child;
        }
      }
      return null;
    }
  }

  /**
   * A section whose keys depend on the value of the key {@code chosenBy} beside it.
   *
   * @param usual value of that key where it is not given
   */
  record Variant(
      String key, String help, String chosenBy, String usual, Map<String, Section> sections)
      implements ConfigNode {}

  /**
   * A single value.
   *
   * @param fallback default, null when the key must be given
   * @param nullable whether null is allowed
   * @param choices allowed texts of a {@link Kind#CHOICE}; empty otherwise
   */
  record Field(
      String key,
      String help,
      Kind kind,
      String unit,
      double min,
      double max,
      @Nullable JsonNode fallback,
      boolean nullable,
      List<String> choices)
      implements ConfigNode {}

  /** A list of values or of sections. */
  record Listing(String key, String help, ConfigNode element, @Nullable JsonNode fallback)
      implements ConfigNode {}

  /** Kinds of single values. */
  enum Kind {
    INTEGER("a whole number"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    TEXT("a text"),
    INSTANT("a UTC time such as \"2024-08-08 23:54:16\""),
    CHOICE("one of its choices");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What is allowed, for messages. */
    public String words() {
      return words;
    }
  }
}
