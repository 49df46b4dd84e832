package io.makerbench.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the declaration of a configuration off annotated records, see {@link Key}. */
public final class ConfigSchema {
  private final Map<String, Class<? extends Record>> variants;

  private ConfigSchema(Map<String, Class<? extends Record>> variants) {
    this.variants = variants;
  }

  /**
   * The declaration of a record without {@link Key#chosenBy} sections.
   *
   * @throws IllegalStateException when the record is declared wrongly; a mistake of ours
   */
  public static ConfigNode.Section of(Class<? extends Record> type) {
    return of(type, Map.of());
  }

  /** The declaration of a record; {@code variants} are the records a chosen section may be. */
  public static ConfigNode.Section of(
      Class<? extends Record> type, Map<String, Class<? extends Record>> variants) {
    return new ConfigSchema(variants).section("", "", type);
  }

  /** The key of a component: {@code nRewardStep} is {@code n_reward_step}. */
  static String key(String component) {
    return component.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /** How a choice is written: its own {@code toString}, or its name in lower case. */
  static String choice(Enum<?> value) {
    String text = value.toString();
    return text.equals(value.name()) ? text.toLowerCase(Locale.ROOT) : text;
  }

  private ConfigNode.Section section(String key, String help, Class<? extends Record> type) {
    List<ConfigNode> children = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      children.add(child(type, component));
    }
    return new ConfigNode.Section(key, help, type, List.copyOf(children));
  }

  private ConfigNode child(Class<?> owner, RecordComponent component) {
    Key declared = component.getAnnotation(Key.class);
    if (declared == null) {
      throw new IllegalStateException(
          owner.getSimpleName() + "." + component.getName() + " is not declared with @Key");
    }
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    String key = key(component.getName());
    return component.getType() == Record.class
        ? variant(owner, key, declared)
        : node(key, declared, component.getGenericType(), nullable);
  }

  private ConfigNode node(String key, Key declared, Type type, boolean nullable) {
    JsonNode fallback =
        declared.fallback().isEmpty() ? null : Json.parse(declared.fallback(), "default of " + key);
    if (type instanceof ParameterizedType list) {
      ConfigNode element = node("", declared, list.getActualTypeArguments()[0], false);
      return new ConfigNode.Listing(key, declared.help(), element, fallback);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return section(key, declared.help(), plain.asSubclass(Record.class));
    }
    return new ConfigNode.Field(
        key,
        declared.help(),
        kind(plain),
        declared.unit(),
        isInt(plain) ? Math.max(declared.min(), Integer.MIN_VALUE) : declared.min(),
        isInt(plain) ? Math.min(declared.max(), Integer.MAX_VALUE) : declared.max(),
        fallback,
        nullable,
        choices(plain));
  }

  private static boolean isInt(Class<?> type) {
    return type == int.class || type == Integer.class;
  }

  private ConfigNode variant(Class<?> owner, String key, Key declared) {
    Map<String, ConfigNode.Section> sections = new LinkedHashMap<>();
    variants.forEach((name, type) -> sections.put(name, section(key, declared.help(), type)));
    return new ConfigNode.Variant(
        key, declared.help(), declared.chosenBy(), usual(owner, declared.chosenBy()), sections);
  }

  /** Default of the key that chooses. */
  private static String usual(Class<?> owner, String chooser) {
    return Arrays.stream(owner.getRecordComponents())
        .filter(component -> key(component.getName()).equals(chooser))
        .map(component -> component.getAnnotation(Key.class).fallback())
        .findFirst()
        .map(fallback -> Json.parse(fallback, "default of " + chooser).asString(""))
        .orElseThrow(() -> new IllegalStateException(owner + " has no key " + chooser));
  }

  private static ConfigNode.Kind kind(Class<?> type) {
    if (isInt(type) || type == long.class || type == Long.class) {
      return ConfigNode.Kind.INTEGER;
    }
    if (type == double.class || type == Double.class) {
      return ConfigNode.Kind.NUMBER;
    }
    if (type == boolean.class || type == Boolean.class) {
      return ConfigNode.Kind.BOOLEAN;
    }
    if (type == String.class) {
      return ConfigNode.Kind.TEXT;
    }
    if (type == Instant.class) {
      return ConfigNode.Kind.INSTANT;
    }
    if (type.isEnum()) {
      return ConfigNode.Kind.CHOICE;
    }
    throw new IllegalStateException("A configuration cannot hold values of " + type);
  }

  private static List<String> choices(Class<?> type) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants()).map(e -> choice((Enum<?>) e)).toList()
        : List.of();
  }
}
