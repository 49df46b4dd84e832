package io.makerbench.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares a JSON tree with its declaration and names everything that is wrong. */
final class ConfigCheck {
  private final List<Problem> problems = new ArrayList<>();

  private ConfigCheck() {}

  /** All problems of a tree; empty when it can be read. */
  static List<Problem> problems(ConfigNode node, @Nullable JsonNode value) {
    ConfigCheck check = new ConfigCheck();
    check.check(node, value, "", null);
    return List.copyOf(check.problems);
  }

  private void check(
      ConfigNode node, @Nullable JsonNode value, String path, @Nullable JsonNode parent) {
    switch (node) {
      case ConfigNode.Section section -> section(section, value, path);
      case ConfigNode.Variant variant -> variant(variant, value, path, parent);
      case ConfigNode.Listing listing -> listing(listing, value, path);
      case ConfigNode.Field field -> field(field, value, path);
    }
  }

  private void section(ConfigNode.Section section, @Nullable JsonNode value, String path) {
    if (value != null && !value.isObject()) {
      report(path, "This must be an object of keys in braces, not " + value + ".");
      return;
    }
    if (value != null) {
      for (String key : value.propertyNames()) {
        if (section.child(key) == null) {
          unknown(section, key, path);
        }
      }
    }
    for (ConfigNode child : section.children()) {
      JsonNode given = value == null ? null : value.get(child.key());
      check(child, given, join(path, child.key()), value);
    }
  }

  private void unknown(ConfigNode.Section section, String key, String path) {
    String nearest =
        section.children().stream()
            .map(ConfigNode::key)
            .min(Comparator.comparingInt(known -> distance(known, key)))
            .orElse("");
    String all = section.children().stream().map(ConfigNode::key).collect(Collectors.joining(", "));
    report(
        join(path, key),
        "There is no such key. Did you mean " + nearest + "? Known here: " + all + ".");
  }

  private void variant(
      ConfigNode.Variant variant,
      @Nullable JsonNode value,
      String path,
      @Nullable JsonNode parent) {
    ConfigNode.Section section = chosen(variant, parent);
    if (section == null) {
      report(
          path.substring(0, path.length() - variant.key().length()) + variant.chosenBy(),
          "This must be one of " + String.join(", ", variant.sections().keySet()) + ".");
    } else {
      section(section, value, path);
    }
  }

  /** The section the key beside a variant names; null when it names none. */
  static ConfigNode.@Nullable Section chosen(
      ConfigNode.Variant variant, @Nullable JsonNode parent) {
    JsonNode name = parent == null ? null : parent.get(variant.chosenBy());
    return variant.sections().get(name == null ? variant.usual() : name.asString(""));
  }

  private void listing(ConfigNode.Listing listing, @Nullable JsonNode value, String path) {
    if (value == null) {
      if (listing.fallback() == null) {
        report(path, "This key must be given: a list in brackets.");
      }
      return;
    }
    if (!value.isArray()) {
      report(path, "This must be a list in brackets, not " + value + ".");
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      check(listing.element(), value.get(i), path + "[" + i + "]", value);
    }
  }

  private void field(ConfigNode.Field field, @Nullable JsonNode value, String path) {
    if (value == null) {
      if (field.fallback() == null) {
        report(path, "This key must be given: " + field.kind().words() + ".");
      }
    } else if (value.isNull()) {
      if (!field.nullable()) {
        report(path, "This must be " + allowed(field) + ", not null.");
      }
    } else if (!matches(field, value)) {
      report(path, "This must be " + allowed(field) + ", not " + value + ".");
    }
  }

  private static boolean matches(ConfigNode.Field field, JsonNode value) {
    return switch (field.kind()) {
      case INTEGER -> value.isIntegralNumber() && value.canConvertToLong() && within(field, value);
      case NUMBER -> value.isNumber() && within(field, value);
      case BOOLEAN -> value.isBoolean();
      case TEXT -> value.isString();
      case INSTANT -> value.isString() && instant(value.asString()) != null;
      case CHOICE -> value.isString() && choiceIndex(field, value.asString()) >= 0;
    };
  }

  private static boolean within(ConfigNode.Field field, JsonNode value) {
    double number = value.doubleValue(Double.NaN); // NaN for 1e999 and the like
    return Double.isFinite(number) && number >= field.min() && number <= field.max();
  }

  /** Place of a text among a field's choices; hyphens and underscores count alike; −1: none. */
  static int choiceIndex(ConfigNode.Field field, String text) {
    for (int i = 0; i < field.choices().size(); i++) {
      if (field.choices().get(i).replace('-', '_').equals(text.replace('-', '_'))) {
        return i;
      }
    }
    return -1;
  }

  /** The instant a text names, as UTC; null when it names none. */
  static @Nullable Instant instant(String text) {
    String iso = text.strip().replace(' ', 'T');
    try {
      return Instant.parse(iso.endsWith("Z") ? iso : iso + "Z");
    } catch (DateTimeException e) {
      return null; // the caller reports it with the key
    }
  }

  private static String allowed(ConfigNode.Field field) {
    if (field.kind() == ConfigNode.Kind.CHOICE) {
      return "one of " + String.join(", ", field.choices());
    }
    return field.kind().words() + range(field) + (field.nullable() ? ", or null" : "");
  }

  /** The range of a field in words, with a leading space; empty when it has none. */
  static String range(ConfigNode.Field field) {
    String unit = field.unit().isEmpty() ? "" : " " + field.unit();
    boolean below = field.min() > Integer.MIN_VALUE;
    boolean above = Double.isFinite(field.max());
    if (below && above) {
      return " from " + plain(field.min()) + " to " + plain(field.max()) + unit;
    }
    if (below) {
      return " of at least " + plain(field.min()) + unit;
    }
    return above ? " of at most " + plain(field.max()) + unit : "";
  }

  /** A number without a needless fraction. */
  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private void report(String path, String message) {
    problems.add(new Problem(path, message));
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Edit distance of Levenshtein. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
