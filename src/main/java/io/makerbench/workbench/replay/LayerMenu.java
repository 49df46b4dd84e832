package io.makerbench.workbench.replay;

import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/** Parts of the pictures to show, what colours the fills, and when pictures re-centre. */
final class LayerMenu extends MenuButton {
  private final Pictures pictures;
  private final Menu columns = new Menu("Columns beside the picture");
  private final Menu colours = new Menu("Colour fills by");
  private final Menu recentre = new Menu("Re-centre on the mid");

  LayerMenu(Pictures pictures) {
    super("Layers");
    this.pictures = pictures;
    PlaybackBar.describe(this, "replay-layers", "Parts of the picture, and how they are shown");
    for (Layer layer : Layer.values()) {
      addLayer(layer);
    }
    ToggleGroup one = new ToggleGroup();
    addColours(one, "side", null);
    for (Horizon horizon : Horizon.values()) {
      addColours(one, "markout after " + horizon, horizon);
    }
    ToggleGroup rules = new ToggleGroup();
    for (Recentre rule : Recentre.values()) {
      addRule(rules, rule);
    }
    for (Column column : Column.values()) {
      addColumn(column);
    }
    getItems().addAll(new SeparatorMenuItem(), columns, colours, recentre);
  }

  private void addLayer(Layer layer) {
    CheckMenuItem item = new CheckMenuItem(layer.toString());
    item.setSelected(Look.FIRST.layers().contains(layer));
    item.selectedProperty().subscribe((old, now) -> pictures.look(pictures.look().toggled(layer)));
    getItems().add(item);
  }

  private void addColumn(Column column) {
    CheckMenuItem item = new CheckMenuItem(column.toString());
    item.setId("replay-column-" + column.label().toLowerCase(Locale.ROOT));
    item.selectedProperty().subscribe((old, now) -> pictures.look(pictures.look().toggled(column)));
    columns.getItems().add(item);
  }

  private void addColours(ToggleGroup group, String words, @Nullable Horizon horizon) {
    RadioMenuItem item = new RadioMenuItem(words);
    item.setToggleGroup(group);
    item.setSelected(horizon == null);
    item.setOnAction(event -> pictures.look(pictures.look().colouredBy(horizon)));
    colours.getItems().add(item);
  }

  private void addRule(ToggleGroup group, Recentre rule) {
    RadioMenuItem item = new RadioMenuItem(rule.toString());
    item.setToggleGroup(group);
    item.setSelected(rule == Recentre.AT_EDGE);
    item.setOnAction(event -> pictures.recentre(rule));
    recentre.getItems().add(item);
  }
}
