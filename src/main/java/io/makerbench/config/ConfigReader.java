package io.makerbench.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a configuration strictly: whatever is unknown, mistyped or out of range is an error. */
public final class ConfigReader {
  private final ConfigNode.Section schema;

  public ConfigReader(ConfigNode.Section schema) {
    this.schema = schema;
  }

  /** The declaration this reader holds configurations to. */
  public ConfigNode.Section schema() {
    return schema;
  }

  /** Everything wrong with a tree, in the order of the declaration; empty when it can be read. */
  public List<Problem> problems(JsonNode tree) {
    List<Problem> found = ConfigCheck.problems(schema, tree);
    if (!found.isEmpty()) {
      return found;
    }
    List<Problem> refused = new ArrayList<>();
    build(schema, complete(tree), "", refused);
    return refused;
  }

  /** The tree with every default written out, keys in the order of the declaration. */
  public ObjectNode complete(JsonNode tree) {
    return complete(schema, tree);
  }

  /**
   * The record a tree describes.
   *
   * @param origin what to call the tree in messages, usually its file
   * @throws InputException naming every key that is wrong and what is allowed
   */
  public <T extends Record> T read(JsonNode tree, Class<T> type, String origin) {
    List<Problem> found = problems(tree);
    if (!found.isEmpty()) {
      throw new InputException(
          origin + ": " + found.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return type.cast(build(schema, complete(tree), "", new ArrayList<>()));
  }

  private static ObjectNode complete(ConfigNode.Section section, @Nullable JsonNode given) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    for (ConfigNode child : section.children()) {
      JsonNode value = given == null ? null : given.get(child.key());
      JsonNode completed = completeChild(child, value, result);
      if (completed != null) {
        result.set(child.key(), completed);
      }
    }
    return result;
  }

  private static @Nullable JsonNode completeChild(
      ConfigNode node, @Nullable JsonNode value, JsonNode parent) {
    return switch (node) {
      case ConfigNode.Section section -> complete(section, value);
      case ConfigNode.Variant variant -> {
        ConfigNode.Section chosen = ConfigCheck.chosen(variant, parent);
        yield chosen == null ? value : complete(chosen, value);
      }
      case ConfigNode.Listing listing -> completeList(listing, value);
      case ConfigNode.Field field -> value == null ? field.fallback() : value;
    };
  }

  private static @Nullable JsonNode completeList(
      ConfigNode.Listing listing, @Nullable JsonNode value) {
    JsonNode list = value == null ? listing.fallback() : value;
    if (list == null || !list.isArray() || !(listing.element() instanceof ConfigNode.Section s)) {
      return list;
    }
    ArrayNode result = JsonNodeFactory.instance.arrayNode();
    list.forEach(element -> result.add(complete(s, element)));
    return result;
  }

  private static @Nullable Record build(
      ConfigNode.Section section, JsonNode tree, String path, List<Problem> refused) {
    RecordComponent[] components = section.type().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      ConfigNode child = section.children().get(i);
      String childPath = path.isEmpty() ? child.key() : path + "." + child.key();
      types[i] = components[i].getType();
      values[i] =
          value(
              child,
              components[i].getGenericType(),
              tree.get(child.key()),
              tree,
              childPath,
              refused);
    }
    return refused.isEmpty() ? construct(section.type(), types, values, path, refused) : null;
  }

  private static @Nullable Object value(
      ConfigNode node,
      Type type,
      JsonNode value,
      JsonNode parent,
      String path,
      List<Problem> refused) {
    return switch (node) {
      case ConfigNode.Section section -> build(section, value, path, refused);
      case ConfigNode.Variant variant ->
          build(Objects.requireNonNull(ConfigCheck.chosen(variant, parent)), value, path, refused);
      case ConfigNode.Listing listing -> list(listing, type, value, path, refused);
      case ConfigNode.Field field -> single(field, (Class<?>) type, value);
    };
  }

  private static List<@Nullable Object> list(
      ConfigNode.Listing listing, Type type, JsonNode value, String path, List<Problem> refused) {
    Type element = ((ParameterizedType) type).getActualTypeArguments()[0];
    List<@Nullable Object> result = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      result.add(
          value(listing.element(), element, value.get(i), value, path + "[" + i + "]", refused));
    }
    return Collections.unmodifiableList(result);
  }

  private static @Nullable Object single(ConfigNode.Field field, Class<?> type, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    return switch (field.kind()) {
      case INTEGER ->
          type == int.class || type == Integer.class
              ? (Object) Math.toIntExact(value.longValue())
              : (Object) value.longValue();
      case NUMBER -> value.doubleValue();
      case BOOLEAN -> value.booleanValue();
      case TEXT -> value.asString();
      case INSTANT -> ConfigCheck.instant(value.asString());
      case CHOICE -> type.getEnumConstants()[ConfigCheck.choiceIndex(field, value.asString())];
    };
  }

  private static @Nullable Record construct(
      Class<? extends Record> type,
      Class<?>[] types,
      Object[] values,
      String path,
      List<Problem> refused) {
    try {
      Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true); // the record may be private to its room
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InputException wrong) {
        refused.add(new Problem(path, String.valueOf(wrong.getMessage())));
        return null;
      }
      throw new IllegalStateException("The record " + type + " cannot be made", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The record " + type + " cannot be made", e);
    }
  }
}
