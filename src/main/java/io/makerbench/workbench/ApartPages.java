package io.makerbench.workbench;

import io.makerbench.workbench.panel.Appearance;
import io.makerbench.workbench.panel.CopyMenu;
import io.makerbench.workbench.panel.Keymap;
import io.makerbench.workbench.panel.Panel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Pages in windows of their own, which go back to their place when that is closed. */
final class ApartPages {
  private static final double WIDTH = 1100;
  private static final double HEIGHT = 760;
  private static final KeyCombination CLOSE = KeyCombination.valueOf("Shortcut+W");

  private final Navigation navigation;
  private final Appearance appearance;
  private final Keymap keymap;
  private final Map<Panel, Stage> stages = new LinkedHashMap<>();

  ApartPages(Navigation navigation, Appearance appearance, Keymap keymap) {
    this.navigation = navigation;
    this.appearance = appearance;
    this.keymap = keymap;
    keymap.onChange(() -> stages.values().forEach(stage -> give(stage.getScene(), stage)));
  }

  /** Gives the page in front a window of its own; the last page of the main window stays. */
  void moveFront() {
    Optional.ofNullable(navigation.front().get()).ifPresent(panel -> move(panel, null));
  }

  /**
   * Gives a page a window of its own.
   *
   * @param place where it stood the last time; null for the first
   */
  void move(Panel panel, WindowState.@Nullable Place place) {
    if (!navigation.release(panel, () -> stages.get(panel).toFront())) {
      return;
    }
    StackPane root = new StackPane(panel.view());
    root.getStyleClass().addAll("shell", "page");
    appearance.sheet().subscribe(address -> root.getStylesheets().setAll(address));
    CopyMenu.install(root);
    Stage stage = new Stage();
    stage.setTitle(panel.title() + " – Makerbench");
    stage.setScene(new Scene(root, WIDTH, HEIGHT));
    give(stage.getScene(), stage);
    Optional.ofNullable(place).ifPresent(left -> put(stage, left));
    stage.setOnHiding(event -> comeBack(panel, root));
    stages.put(panel, stage);
    show(panel.view());
    stage.show();
    panel.shown();
  }

  private static void put(Stage stage, WindowState.Place left) {
    Rectangle2D now = left.on(Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
    stage.setX(now.getMinX());
    stage.setY(now.getMinY());
    stage.setWidth(now.getWidth());
    stage.setHeight(now.getHeight());
  }

  /** A page at the back of the main window was unseen. */
  private static void show(Node view) {
    view.setVisible(true);
    view.setManaged(true);
  }

  /** All keys work in this window too, but one: it closes the window itself. */
  private void give(Scene scene, Stage stage) {
    scene.getAccelerators().clear();
    for (Keymap.Keyed keyed : keymap.all()) {
      KeyCombination keys = keyed.command().accelerator();
      if (keys != null) {
        scene.getAccelerators().put(keys, () -> run(keyed));
      }
    }
    scene.getAccelerators().put(CLOSE, stage::close);
  }

  private static void run(Keymap.Keyed keyed) {
    if (keyed.command().enabled().get()) {
      keyed.command().action().run();
    }
  }

  private void comeBack(Panel panel, StackPane root) {
    if (stages.remove(panel) != null) {
      panel.hidden();
      root.getChildren().clear();
      navigation.takeBack(panel);
    }
  }

  /** Where each of these windows stands, by the title of its page. */
  Map<String, WindowState.Place> places() {
    Map<String, WindowState.Place> places = new LinkedHashMap<>();
    stages.forEach((panel, stage) ->
        places.put(
            panel.title(),
            new WindowState.Place(
                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())));
    return places;
  }

  /** Closes all of them for good, with the program. */
  void close() {
    List<Stage> open = List.copyOf(stages.values());
    stages.keySet().forEach(Panel::hidden);
    stages.clear();
    open.forEach(Stage::close);
  }
}
