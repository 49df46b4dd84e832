package io.makerbench.workbench.config;

import atlantafx.base.controls.ToggleSwitch;
import io.makerbench.config.ConfigNode;
import io.makerbench.config.InputException;
import io.makerbench.config.Json;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** A control that shows and takes a JSON value. */
interface ValueControl {
  Node node();

  JsonNode value();

  void show(JsonNode value);

  /** Told when the user has finished giving a value: by Enter, by leaving, by choosing. */
  void onCommit(Consumer<JsonNode> listener);

  /**
   * Told of each value on the way while it is typed; controls that are not typed in tell nothing.
   */
  default void onTyping(Consumer<JsonNode> listener) {}

  /** The control that fits a declaration. */
  static ValueControl of(ConfigNode node) {
    return switch (node) {
      case ConfigNode.Field field when field.kind() == ConfigNode.Kind.BOOLEAN -> new Switch();
      case ConfigNode.Field field when field.kind() == ConfigNode.Kind.CHOICE -> new Choice(field);
      case ConfigNode.Field field -> new Text(new TextField(), field.kind(), field.nullable());
      case ConfigNode.Listing listing when listing.element() instanceof ConfigNode.Field ->
          new Text(new TextField(), ConfigNode.Kind.NUMBER, false);
      case ConfigNode.Listing listing -> new EntriesControl(listing);
      case ConfigNode.Section section -> throw new IllegalArgumentException(section.key());
      case ConfigNode.Variant variant -> throw new IllegalArgumentException(variant.key());
    };
  }

  /** True or false. */
  final class Switch implements ValueControl {
    private final ToggleSwitch control = new ToggleSwitch();

    @Override
    public Node node() {
      return control;
    }

    @Override
    public JsonNode value() {
      return BooleanNode.valueOf(control.isSelected());
    }

    @Override
    public void show(JsonNode value) {
      control.setSelected(value.asBoolean(false));
    }

    @Override
    public void onCommit(Consumer<JsonNode> listener) {
      control.selectedProperty().addListener((at, before, now) -> listener.accept(value()));
    }
  }

  /** One of several texts; an empty one stands for null where that is allowed. */
  final class Choice implements ValueControl {
    private final ComboBox<String> control = new ComboBox<>();

    Choice(ConfigNode.Field field) {
      if (field.nullable()) {
        control.getItems().add("");
      }
      control.getItems().addAll(field.choices());
      control.setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    public Node node() {
      return control;
    }

    @Override
    public JsonNode value() {
      String chosen = control.getValue();
      return chosen == null || chosen.isEmpty() ? NullNode.instance : StringNode.valueOf(chosen);
    }

    @Override
    public void show(JsonNode value) {
      control.setValue(value.isNull() ? "" : value.asString(value.toString()));
    }

    @Override
    public void onCommit(Consumer<JsonNode> listener) {
      control.setOnAction(event -> listener.accept(value()));
    }
  }

  /**
   * Numbers, texts, times and lists, typed. What cannot be read as the kind it should be is kept as
   * the text it is, so that the configuration's own check says what is wrong.
   */
  final class Text implements ValueControl {
    private final TextInputControl control;
    private final ConfigNode.Kind kind;
    private final boolean nullable;

    Text(TextInputControl control, ConfigNode.Kind kind, boolean nullable) {
      this.control = control;
      this.kind = kind;
      this.nullable = nullable;
      if (nullable) {
        control.setPromptText("none");
      }
    }

    @Override
    public Node node() {
      return control;
    }

    @Override
    public JsonNode value() {
      String text = control.getText().strip();
      if (nullable && text.isEmpty()) {
        return NullNode.instance;
      }
      if (kind == ConfigNode.Kind.TEXT || kind == ConfigNode.Kind.INSTANT) {
        return StringNode.valueOf(text);
      }
      try {
        return Json.parse(text, "value");
      } catch (InputException notJson) {
        return StringNode.valueOf(text);
      }
    }

    @Override
    public void show(JsonNode value) {
      String text = value.isNull() ? "" : value.isString() ? value.asString() : value.toString();
      if (!text.equals(control.getText())) {
        control.setText(text);
      }
    }

    @Override
    public void onTyping(Consumer<JsonNode> listener) {
      control
          .textProperty()
          .addListener((at, before, now) -> {
            if (control.isFocused()) {
              listener.accept(value());
            }
          });
    }

    @Override
    public void onCommit(Consumer<JsonNode> listener) {
      control
          .focusedProperty()
          .addListener((at, before, now) -> {
            if (!now) {
              listener.accept(value());
            }
          });
      if (control instanceof TextField field) {
        field.setOnAction(event -> listener.accept(value()));
      }
    }
  }
}
