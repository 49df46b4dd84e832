package io.makerbench.workbench.preferences;

import io.makerbench.experiment.Settings;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Panel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a user can set for good, found by words. All of it works at once; nothing is confirmed. */
public final class PreferencesPanel implements Panel {
  private static final double SIDE_WIDTH = 400;
  private static final double LEAST_SIDE_WIDTH = 240;

  private final TextField search = new TextField();
  private final VBox sections = new VBox();
  private final KeyTable keys;
  private final KeyEditor editor;
  private final List<Section> found = new ArrayList<>();
  private final BorderPane root = new BorderPane();

  private record Section(Label title, List<Setting> settings) {
    void find(String[] wanted) {
      boolean any = false;
      for (Setting setting : settings) {
        any |= setting.showIf(wanted);
      }
      title.setVisible(any);
      title.setManaged(any);
    }
  }

  /**
   * Makes the page.
   *
   * @param open shows a folder in the desktop's own program
   */
  public PreferencesPanel(Desk desk, Settings settings, Consumer<Path> open) {
    keys = new KeyTable(desk.workspace().keymap());
    editor = new KeyEditor(desk.workspace().keymap(), () -> keys.view().requestFocus());
    keys.chosen().subscribe(editor::show);
    keys.view()
        .setOnMouseClicked(event -> {
          if (event.getClickCount() == 2) {
            editor.begin();
          }
        });
    keys.view().addEventHandler(KeyEvent.KEY_PRESSED, this::keyInTable);
    add("Appearance", AppearanceSettings.of(desk.appearance()));
    add("Places", PlaceSettings.of(settings, open));
    search.textProperty().subscribe(this::find);
    arrange();
  }

  private void keyInTable(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      editor.begin();
      event.consume();
    }
  }

  private void add(String title, List<Setting> settings) {
    Label heading = heading(title);
    sections.getChildren().add(heading);
    settings.forEach(setting -> sections.getChildren().add(setting.view()));
    found.add(new Section(heading, settings));
  }

  private static Label heading(String title) {
    Label heading = new Label(title);
    heading.getStyleClass().add("sheet-title");
    return heading;
  }

  private void arrange() {
    root.setId("preferences-page");
    Label title = new Label(title());
    title.getStyleClass().add("page-title");
    search.setId("preferences-search");
    search.setPromptText("Find a preference, a command or its keys");
    search.setAccessibleText("Find a preference, a command or its keys");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header = new HBox(title, space, search);
    header.getStyleClass().add("page-header");
    sections.getStyleClass().add("settings");
    ScrollPane left = new ScrollPane(sections);
    left.setFitToWidth(true);
    left.setPrefWidth(SIDE_WIDTH);
    left.setMinWidth(LEAST_SIDE_WIDTH);
    VBox right = new VBox(heading("Keys"), keys.view(), editor.view());
    right.getStyleClass().add("settings");
    VBox.setVgrow(keys.view(), Priority.ALWAYS);
    root.setTop(header);
    root.setLeft(left);
    root.setCenter(right);
  }

  private void find(String words) {
    String[] wanted = words.strip().toLowerCase(Locale.ROOT).split("\\s+");
    found.forEach(section -> section.find(wanted));
    keys.find(wanted);
  }

  @Override
  public String title() {
    return "Preferences";
  }

  @Override
  public String icon() {
    return "mdomz-settings";
  }

  @Override
  public Node view() {
    return root;
  }

  @Override
  public void shown() {
    keys.show();
  }

  @Override
  public Node finder() {
    return search;
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("Enter", "Give the chosen command other keys");
  }
}
