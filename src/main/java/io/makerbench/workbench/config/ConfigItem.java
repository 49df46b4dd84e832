package io.makerbench.workbench.config;

import io.makerbench.config.ConfigNode;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.property.editor.PropertyEditor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** One field of the form: a value or a list of the configuration. */
final class ConfigItem implements PropertySheet.Item {
  private final ConfigDocument document;
  private final ConfigNode node;
  private final ConfigPath path;
  private final String category;
  private final ObjectProperty<Object> value = new SimpleObjectProperty<>(NullNode.instance);
  private final StringProperty message = new SimpleStringProperty("");
  private final BooleanProperty changed = new SimpleBooleanProperty();

  ConfigItem(ConfigDocument document, ConfigNode node, ConfigPath path, String category) {
    this.document = document;
    this.node = node;
    this.path = path;
    this.category = category;
    refresh();
  }

  /** Follows the document. */
  void refresh() {
    JsonNode fallback = ConfigDocument.fallback(node);
    JsonNode given = document.value(path);
    JsonNode now = given == null ? fallback : given;
    value.set(now == null ? NullNode.instance : now);
    message.set(document.message(path));
    changed.set(given != null && !Objects.equals(given, fallback));
  }

  /** What would be wrong with a value, in words; empty when nothing would. */
  String messageOf(JsonNode typed) {
    return document.messageIf(path, typed);
  }

  /** Whether its name, key or help holds some words; in any case. */
  boolean mentions(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return Stream.of(getName(), path.toString(), node.help())
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  void reset() {
    JsonNode fallback = ConfigDocument.fallback(node);
    if (fallback != null) {
      document.set(path, fallback);
    }
  }

  ConfigNode node() {
    return node;
  }

  ConfigPath path() {
    return path;
  }

  /** Its value as JSON, right or wrong. */
  ObjectProperty<Object> value() {
    return value;
  }

  /** What is wrong with it, in words; empty when nothing is. */
  StringProperty message() {
    return message;
  }

  /** Whether it differs from its default. */
  BooleanProperty changed() {
    return changed;
  }

  @Override
  public Class<?> getType() {
    return JsonNode.class;
  }

  @Override
  public String getCategory() {
    return category;
  }

  @Override
  public String getName() {
    return node.label();
  }

  /** None: the sheet would make a tooltip for each field, seen or not; the editor makes its own. */
  @Override
  public @Nullable String getDescription() {
    return null;
  }

  @Override
  public Object getValue() {
    return value.get();
  }

  /** Called by the sheet when an editor has a new value; values that come back are no change. */
  @Override
  public void setValue(@Nullable Object edited) {
    if (edited instanceof JsonNode json && !json.equals(value.get())) {
      document.set(path, json);
    }
  }

  @Override
  public Optional<ObservableValue<? extends Object>> getObservableValue() {
    return Optional.of(value);
  }

  @Override
  public Optional<Class<? extends PropertyEditor<?>>> getPropertyEditorClass() {
    return Optional.empty();
  }
}
