package io.makerbench.workbench.replay;

import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** Parts of the pictures to show, and how they are shown. */
final class LayerMenu extends MenuButton {
  private final Pictures pictures;
  private final Runnable forAll;

  /**
   * @param forAll has every instrument look like the one in front
   */
  LayerMenu(Pictures pictures, Runnable forAll) {
    super("Layers");
    this.pictures = pictures;
    this.forAll = forAll;
    PlaybackBar.describe(this, "replay-layers", "Parts of the picture, and how they are shown");
    pictures.looks().subscribe(this::fill);
  }

  private void fill(Look look) {
    getItems().clear();
    for (Layer layer : Layer.values()) {
      CheckMenuItem item = new CheckMenuItem(layer.toString());
      item.setSelected(look.layers().contains(layer));
      item.setOnAction(event -> pictures.look(pictures.look().toggled(layer)));
      getItems().add(item);
    }
    Menu columns = new Menu("Columns beside the picture");
    columns.getItems().setAll(ColumnMenu.all(look, pictures::look));
    getItems().addAll(new SeparatorMenuItem(), columns, fillColours(look));
    getItems()
        .add(
            choice(
                "Re-centre on the mid",
                Recentre.values(),
                look.recentre(),
                rule -> pictures.look(pictures.look().with(rule))));
    getItems()
        .add(
            choice(
                "Card at the pointer",
                Card.values(),
                look.card(),
                card -> pictures.look(pictures.look().with(card))));
    MenuItem all = new MenuItem("Look like this for all instruments");
    all.setId("replay-look-for-all");
    all.setOnAction(event -> forAll.run());
    MenuItem first = new MenuItem("Look as at first");
    first.setOnAction(event -> pictures.look(Look.FIRST));
    getItems().addAll(new SeparatorMenuItem(), all, first);
  }

  private Menu fillColours(Look look) {
    Menu menu = new Menu("Colour fills by");
    ToggleGroup one = new ToggleGroup();
    RadioMenuItem side = radio("side", one, look.fillColours() == null);
    side.setOnAction(event -> pictures.look(pictures.look().colouredBy(null)));
    menu.getItems().add(side);
    for (Horizon horizon : Horizon.values()) {
      RadioMenuItem item = radio("markout after " + horizon, one, look.fillColours() == horizon);
      item.setOnAction(event -> pictures.look(pictures.look().colouredBy(horizon)));
      menu.getItems().add(item);
    }
    return menu;
  }

  private static <T> Menu choice(String words, T[] values, T chosen, Consumer<T> choose) {
    Menu menu = new Menu(words);
    ToggleGroup one = new ToggleGroup();
    for (T value : values) {
      RadioMenuItem item = radio(value.toString(), one, value == chosen);
      item.setOnAction(event -> choose.accept(value));
      menu.getItems().add(item);
    }
    return menu;
  }

  private static RadioMenuItem radio(String words, ToggleGroup group, boolean selected) {
    RadioMenuItem item = new RadioMenuItem(words);
    item.setToggleGroup(group);
    item.setSelected(selected);
    return item;
  }
}
