package io.makerbench.workbench.config;

import atlantafx.base.theme.Styles;
import io.makerbench.config.ConfigNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list of sections: how many there are, and buttons to add and remove one. The fields of each
 * stand on the form below headings of their own.
 */
final class EntriesControl implements ValueControl {
  private final ConfigNode.Listing listing;
  private final Label count = new Label();
  private final MenuButton remove = new MenuButton("Remove", new FontIcon("mdomz-remove"));
  private final HBox box;
  private final List<Consumer<JsonNode>> listeners = new ArrayList<>();
  private JsonNode shown = JsonMapper.shared().createArrayNode();

  EntriesControl(ConfigNode.Listing listing) {
    this.listing = listing;
    Button add = new Button("Add", new FontIcon("mdoal-add"));
    add.setAccessibleText("Add to " + listing.label() + " a copy of the last");
    add.setId("add-" + listing.key());
    add.setOnAction(event -> change(added()));
    remove.setAccessibleText("Remove from " + listing.label());
    remove.setId("remove-" + listing.key());
    List.of(add, remove).forEach(button -> button.getStyleClass().add(Styles.SMALL));
    box = new HBox(count, add, remove);
    box.getStyleClass().add("field-row");
  }

  private ArrayNode entries() {
    return shown instanceof ArrayNode array
        ? array.deepCopy()
        : JsonMapper.shared().createArrayNode();
  }

  /** With a copy of the last entry, or the defaults where there is none. */
  private JsonNode added() {
    ArrayNode entries = entries();
    entries.add(
        entries.isEmpty()
            ? defaults(listing.element())
            : entries.get(entries.size() - 1).deepCopy());
    return entries;
  }

  private static JsonNode defaults(ConfigNode node) {
    ObjectNode object = JsonMapper.shared().createObjectNode();
    if (node instanceof ConfigNode.Section section) {
      for (ConfigNode child : section.children()) {
        JsonNode fallback =
            child instanceof ConfigNode.Section inner
                ? defaults(inner)
                : ConfigDocument.fallback(child);
        if (fallback != null) {
          object.set(child.key(), fallback);
        }
      }
    }
    return object;
  }

  private void change(JsonNode now) {
    show(now);
    listeners.forEach(listener -> listener.accept(now));
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public JsonNode value() {
    return shown;
  }

  @Override
  public void show(JsonNode value) {
    shown = value;
    int size = entries().size();
    count.setText(size + (size == 1 ? " entry" : " entries"));
    remove.getItems().clear();
    for (int i = 0; i < size; i++) {
      int place = i;
      MenuItem item = new MenuItem(listing.label() + " " + (i + 1));
      item.setOnAction(event -> {
        ArrayNode rest = entries();
        rest.remove(place);
        change(rest);
      });
      remove.getItems().add(item);
    }
    remove.setDisable(size == 0);
  }

  @Override
  public void onCommit(Consumer<JsonNode> listener) {
    listeners.add(listener);
  }
}
