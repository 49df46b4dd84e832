package io.makerbench.config;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Explains a declared configuration: as a reference page, and as a JSON Schema (2020-12). */
public final class ConfigReference {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ConfigReference() {}

  /** A reference page in Markdown: one table a section. */
  public static String markdown(ConfigNode.Section schema) {
    StringBuilder page = new StringBuilder("# Configuration reference\n");
    page.append("\nWritten from the program's own declarations by `makerbench config doc`.\n");
    section(page, schema, "");
    return page.toString();
  }

  private static void section(StringBuilder page, ConfigNode.Section section, String path) {
    page.append("\n## ").append(path.isEmpty() ? "Top level" : "`" + path + "`").append("\n\n");
    if (!section.help().isEmpty()) {
      page.append(section.help()).append("\n\n");
    }
    page.append("| key | what it does | allowed | unit | default |\n|---|---|---|---|---|\n");
    for (ConfigNode child : section.children()) {
      page.append(row(child));
    }
    for (ConfigNode child : section.children()) {
      below(page, child, path.isEmpty() ? child.key() : path + "." + child.key());
    }
  }

  private static void below(StringBuilder page, ConfigNode child, String path) {
    switch (child) {
      case ConfigNode.Section section -> section(page, section, path);
      case ConfigNode.Variant variant ->
          variant
              .sections()
              .forEach((name, section) ->
                  section(page, section, path + " (" + variant.chosenBy() + " " + name + ")"));
      case ConfigNode.Listing listing -> {
        if (listing.element() instanceof ConfigNode.Section element) {
          section(page, element, path + "[]");
        }
      }
      case ConfigNode.Field field -> {
        // a field has its whole row already
      }
    }
  }

  private static String row(ConfigNode node) {
    return switch (node) {
      case ConfigNode.Section s -> line(s, "a section", "", "");
      case ConfigNode.Variant v -> line(v, "a section, by `" + v.chosenBy() + "`", "", "");
      case ConfigNode.Listing l -> line(l, "a list", unit(l.element()), code(l.fallback()));
      case ConfigNode.Field f -> line(f, allowed(f), f.unit(), code(f.fallback()));
    };
  }

  private static String unit(ConfigNode element) {
    return element instanceof ConfigNode.Field field ? field.unit() : "";
  }

  private static String line(ConfigNode node, String allowed, String unit, String fallback) {
    return "| `%s` | %s | %s | %s | %s |%n"
        .formatted(node.key(), node.help(), allowed, unit, fallback)
        .replace("\r\n", "\n");
  }

  private static String code(@Nullable JsonNode value) {
    return value == null ? "must be given" : "`" + value + "`";
  }

  private static String allowed(ConfigNode.Field field) {
    String words =
        field.kind() == ConfigNode.Kind.CHOICE
            ? field.choices().stream().map(c -> "`" + c + "`").collect(Collectors.joining(", "))
            : field.kind().words() + ConfigCheck.range(field);
    return field.nullable() ? words + ", or `null`" : words;
  }

  /** The JSON Schema of a configuration. */
  public static String jsonSchema(ConfigNode.Section schema) {
    ObjectNode root = object(schema);
    ObjectNode result = JSON.objectNode();
    result.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    result.put("title", "Makerbench configuration");
    result.setAll(root);
    return Json.write(result);
  }

  private static ObjectNode object(ConfigNode.Section section) {
    ObjectNode result = JSON.objectNode();
    result.put("type", "object");
    result.put("additionalProperties", false);
    ObjectNode properties = result.putObject("properties");
    ArrayNode required = JSON.arrayNode();
    for (ConfigNode child : section.children()) {
      properties.set(child.key(), describe(child));
      if (child instanceof ConfigNode.Field field && field.fallback() == null) {
        required.add(field.key());
      }
    }
    if (!required.isEmpty()) {
      result.set("required", required);
    }
    return result;
  }

  private static ObjectNode describe(ConfigNode node) {
    ObjectNode result =
        switch (node) {
          case ConfigNode.Section section -> object(section);
          case ConfigNode.Variant variant -> anyOf(variant);
          case ConfigNode.Listing listing -> list(listing);
          case ConfigNode.Field field -> value(field);
        };
    if (!node.help().isEmpty()) {
      result.put("description", node.help());
    }
    return result;
  }

  private static ObjectNode anyOf(ConfigNode.Variant variant) {
    ObjectNode result = JSON.objectNode();
    ArrayNode all = result.putArray("anyOf");
    variant.sections().values().forEach(section -> all.add(object(section)));
    return result;
  }

  private static ObjectNode list(ConfigNode.Listing listing) {
    ObjectNode result = JSON.objectNode();
    result.put("type", "array");
    result.set("items", describe(listing.element()));
    if (listing.fallback() != null) {
      result.set("default", listing.fallback());
    }
    return result;
  }

  private static ObjectNode value(ConfigNode.Field field) {
    ObjectNode result = JSON.objectNode();
    if (field.kind() == ConfigNode.Kind.CHOICE) {
      ArrayNode choices = result.putArray("enum");
      field.choices().forEach(choices::add);
      if (field.nullable()) {
        choices.addNull();
      }
    } else {
      type(result, field);
    }
    if (Double.isFinite(field.min())) {
      result.put("minimum", field.min());
    }
    if (Double.isFinite(field.max())) {
      result.put("maximum", field.max());
    }
    if (field.fallback() != null) {
      result.set("default", field.fallback());
    }
    return result;
  }

  private static void type(ObjectNode result, ConfigNode.Field field) {
    String type =
        switch (field.kind()) {
          case TEXT, INSTANT, CHOICE -> "string";
          default -> field.kind().name().toLowerCase(Locale.ROOT);
        };
    if (field.nullable()) {
      result.putArray("type").add(type).add("null");
    } else {
      result.put("type", type);
    }
  }
}
