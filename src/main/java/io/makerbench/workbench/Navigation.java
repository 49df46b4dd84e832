package io.makerbench.workbench;

import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.CommandControls;
import io.makerbench.workbench.panel.Panel;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of pages at the left, and the page in front. */
final class Navigation {
  private final List<Panel> panels;
  private final ObjectProperty<Panel> front;
  private final ToggleGroup group = new ToggleGroup();
  private final VBox rail = new VBox();
  private final StackPane page = new StackPane();

  Navigation(List<Panel> panels, Command foot) {
    this.panels = panels;
    front = new SimpleObjectProperty<>(panels.getFirst());
    rail.getStyleClass().add("navigation");
    page.getStyleClass().add("page");
    panels.forEach(panel -> rail.getChildren().add(button(panel)));
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    rail.getChildren().addAll(space, CommandControls.iconButton(foot));
    front.subscribe(this::change);
    bring(panels.getFirst());
  }

  private ToggleButton button(Panel panel) {
    ToggleButton button = new ToggleButton(panel.title(), new FontIcon(panel.icon()));
    button.setId("go-" + panel.title().toLowerCase(Locale.ROOT));
    button.setToggleGroup(group);
    button.setUserData(panel);
    button.setOnAction(event -> show(panel));
    return button;
  }

  /** Brings a page to the front. */
  void show(Panel panel) {
    front.set(panel);
    select(panel);
  }

  /** Brings the page of this title to the front; one that is not there changes nothing. */
  void show(String title) {
    panels.stream().filter(panel -> panel.title().equals(title)).findFirst().ifPresent(this::show);
  }

  /** The page in front. */
  Panel front() {
    return front.get();
  }

  Node rail() {
    return rail;
  }

  Node page() {
    return page;
  }

  private void change(Panel before, Panel now) {
    before.hidden();
    bring(now);
  }

  private void bring(Panel panel) {
    page.getChildren().setAll(panel.view());
    select(panel);
    panel.shown();
  }

  private void select(Panel panel) {
    group.getToggles().stream()
        .filter(toggle -> toggle.getUserData() == panel)
        .forEach(group::selectToggle);
  }
}
