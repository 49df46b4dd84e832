package io.makerbench.workbench.config;

import io.makerbench.config.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Accordion;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The form: a sheet for each section, one open at a time. It follows the document. */
final class ConfigForm {
  private static final Insets AROUND_SEARCH = new Insets(8, 12, 8, 12);

  private final ConfigDocument document;
  private final TextField search = new TextField();
  private final Accordion accordion = new Accordion();
  private final ScrollPane scrolled = new ScrollPane(accordion);
  private final BorderPane root = new BorderPane();
  private List<FormSection> sections = List.of();

  ConfigForm(ConfigDocument document) {
    this.document = document;
    search.setId("config-search");
    search.setPromptText("Search names, keys and help");
    search.setAccessibleText("Search the fields");
    search.textProperty().subscribe(this::find);
    StackPane bar = new StackPane(search);
    bar.setPadding(AROUND_SEARCH);
    root.setId("config-form");
    root.getStyleClass().add("config-form");
    scrolled.setFitToWidth(true);
    accordion.heightProperty().subscribe(height -> reveal());
    root.setTop(bar);
    root.setCenter(scrolled);
  }

  /** Where fields are searched. */
  Node search() {
    return search;
  }

  /** Puts the first section in, which is a frame's work by itself. */
  void begin() {
    List<ConfigItem> all = ConfigItems.of(document);
    String first = all.getFirst().getCategory();
    show(all.stream().filter(item -> item.getCategory().equals(first)).toList());
  }

  /** Puts all sections in, and follows the document from now on. */
  void fill() {
    document.onChange(this::follow);
    follow();
  }

  Node view() {
    return root;
  }

  private void follow() {
    show(ConfigItems.of(document));
  }

  /** Sections whose fields are the same stay, with what is open in them. */
  private void show(List<ConfigItem> all) {
    Map<String, List<ConfigItem>> wanted = new LinkedHashMap<>();
    for (ConfigItem item : all) {
      wanted.computeIfAbsent(item.getCategory(), title -> new ArrayList<>()).add(item);
    }
    List<FormSection> now = new ArrayList<>();
    wanted.forEach((title, items) -> now.add(section(title, items)));
    if (!now.equals(sections)) {
      sections = now;
      find(search.getText());
    }
  }

  private FormSection section(String title, List<ConfigItem> items) {
    for (FormSection known : sections) {
      if (known.title().equals(title) && known.shows(items)) {
        known.refresh();
        return known;
      }
    }
    return new FormSection(title, items, search.textProperty());
  }

  /** Shows the sections that hold a field with these words, and opens the first of them. */
  private void find(String words) {
    List<TitledPane> found =
        sections.stream().filter(section -> section.holds(words)).map(FormSection::pane).toList();
    TitledPane open = accordion.getExpandedPane();
    if (!accordion.getPanes().equals(found)) {
      accordion.getPanes().setAll(found);
    }
    if (!found.isEmpty() && (open == null || !found.contains(open))) {
      accordion.setExpandedPane(
          found.stream()
              .filter(pane -> open != null && pane.getText().equals(open.getText()))
              .findFirst()
              .orElse(found.getFirst()));
    }
  }

  /** Scrolls to the heading of the open section, where opening it has put it out of sight. */
  private void reveal() {
    TitledPane open = accordion.getExpandedPane();
    double seen = scrolled.getViewportBounds().getHeight();
    double hidden = accordion.getHeight() - seen;
    if (open != null && hidden > 0) {
      double from = scrolled.getVvalue() * hidden;
      double heading = open.getLayoutY();
      if (heading < from || heading >= from + seen) {
        scrolled.setVvalue(Math.min(1, heading / hidden));
      }
    }
  }

  /** Opens the section of a problem. */
  void open(Problem problem) {
    sections.stream()
        .filter(section -> section.covers(problem.path()))
        .findFirst()
        .ifPresent(section -> {
          search.clear();
          section.pane().setExpanded(true);
        });
  }
}
