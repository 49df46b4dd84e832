package io.makerbench.workbench;

import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.CommandControls;
import io.makerbench.workbench.panel.Panel;
import io.makerbench.workbench.panel.Steps;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of pages at the left, and the page in front. */
final class Navigation {
  private final List<Panel> panels;
  private final ObjectProperty<@Nullable Panel> front = new SimpleObjectProperty<>();
  private @Nullable Panel listed;

  /** Pages in windows of their own, and what brings those to the front. */
  private final Map<Panel, Runnable> apart = new HashMap<>();

  private final ToggleGroup group = new ToggleGroup();
  private final VBox rail = new VBox();
  private final HBox foot = new HBox();
  private final StackPane page = new StackPane();

  /** Where the window is smaller than a page can be, the page is scrolled, and nothing is cut. */
  private final ScrollPane sight = new ScrollPane(page);

  Navigation(List<Panel> panels) {
    this.panels = panels;
    rail.getStyleClass().add("navigation");
    page.getStyleClass().add("page");
    sight.getStyleClass().add("page-sight");
    sight.setFitToWidth(true);
    sight.setFitToHeight(true);
    sight.setFocusTraversable(false);
    panels.forEach(panel -> rail.getChildren().add(button(panel)));
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    foot.getStyleClass().add("navigation-foot");
    rail.getChildren().addAll(space, foot);
    front.subscribe(this::change);
  }

  /** Puts commands below the pages, as icons. */
  void foot(List<Command> commands) {
    foot.getChildren().setAll(commands.stream().map(CommandControls::iconButton).toList());
  }

  private ToggleButton button(Panel panel) {
    ToggleButton button = new ToggleButton(panel.title(), new FontIcon(panel.icon()));
    button.setId("go-" + panel.title().toLowerCase(Locale.ROOT));
    button.setToggleGroup(group);
    button.setUserData(panel);
    button.setOnAction(event -> show(panel));
    return button;
  }

  /** Brings a page to the front, or the window it has of its own. */
  void show(Panel panel) {
    Runnable window = apart.get(panel);
    if (window != null) {
      window.run();
      Optional.ofNullable(front.get()).ifPresent(this::select);
      return;
    }
    front.set(panel);
    select(panel);
  }

  /**
   * Lets a page go into a window of its own; false where it has one already, or is the last here.
   *
   * @param window brings that window to the front
   */
  boolean release(Panel panel, Runnable window) {
    Optional<Panel> next =
        panels.stream().filter(page -> page != panel && !apart.containsKey(page)).findFirst();
    if (next.isEmpty() || !panels.contains(panel) || apart.containsKey(panel)) {
      return false;
    }
    if (front.get() == panel) {
      show(next.get());
    }
    page.getChildren().remove(panel.view());
    apart.put(panel, window);
    name(panel, panel.title() + " ↗", panel.title() + ", in a window of its own");
    return true;
  }

  /** A page comes back from its window, to the front. */
  void takeBack(Panel panel) {
    apart.remove(panel);
    name(panel, panel.title(), null);
    show(panel);
  }

  private void name(Panel panel, String words, @Nullable String spoken) {
    for (Toggle toggle : group.getToggles()) {
      if (toggle.getUserData() == panel && toggle instanceof ToggleButton button) {
        button.setText(words);
        button.setAccessibleText(spoken);
      }
    }
  }

  /** Shows a page that is not in the list, or where it is in front already, the one before it. */
  void toggle(Panel aside) {
    if (front.get() == aside) {
      back();
    } else {
      show(aside);
    }
  }

  /** Goes from a page that is not in the list to the one before it; false where none is shown. */
  boolean back() {
    if (front.get() == null || panels.contains(front.get())) {
      return false;
    }
    show(listed());
    return true;
  }

  /** The page of the list that is in front, or was before one that is not in the list. */
  Panel listed() {
    return listed == null ? panels.getFirst() : listed;
  }

  /** Brings the page of this title to the front; one that is not there changes nothing. */
  void show(String title) {
    panels.stream().filter(panel -> panel.title().equals(title)).findFirst().ifPresent(this::show);
  }

  /** Brings the first page to the front, unless a user was faster; an unknown one is the first. */
  void begin(String title) {
    if (front.get() == null) {
      show(title);
    }
    if (front.get() == null) {
      show(panels.getFirst());
    }
  }

  /**
   * Follows a change of the theme: the frame first, then the page in front, the others when they
   * are shown again. All at once are more than a second's work.
   */
  void restyle() {
    Node focused = page.getScene() == null ? null : page.getScene().getFocusOwner();
    page.getChildren().clear();
    Steps.begin(() -> bringBack(focused));
  }

  private void bringBack(@Nullable Node focused) {
    Panel shown = front.get();
    if (shown != null && !page.getChildren().contains(shown.view())) {
      page.getChildren().add(shown.view());
    }
    if (focused != null) {
      giveBack(focused);
    }
  }

  /** At once, or when the part of the page comes back that holds it. */
  private static void giveBack(Node focused) {
    if (focused.getScene() != null) {
      focused.requestFocus();
      return;
    }
    focused
        .sceneProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Scene> at, Scene before, @Nullable Scene now) {
                focused.sceneProperty().removeListener(this);
                focused.requestFocus();
              }
            });
  }

  /** The page in front; null before the first. */
  ReadOnlyObjectProperty<@Nullable Panel> front() {
    return front;
  }

  Node rail() {
    return rail;
  }

  Node page() {
    return sight;
  }

  private void change(@Nullable Panel before, @Nullable Panel now) {
    if (before != null) {
      show(before.view(), false);
      before.hidden();
    }
    if (now != null) {
      bring(now);
    }
  }

  private void bring(Panel panel) {
    if (panels.contains(panel)) {
      listed = panel;
    }
    if (!page.getChildren().contains(panel.view())) {
      page.getChildren().add(panel.view());
    }
    show(panel.view(), true);
    select(panel);
    panel.shown();
  }

  /** Pages stay where they are: a page put in anew would be styled anew, which takes a while. */
  private static void show(Node view, boolean visible) {
    view.setVisible(visible);
    view.setManaged(visible);
  }

  private void select(Panel panel) {
    group.selectToggle(null);
    group.getToggles().stream()
        .filter(toggle -> toggle.getUserData() == panel)
        .forEach(group::selectToggle);
  }
}
