package io.makerbench.workbench.runs;

import io.makerbench.config.InputException;
import io.makerbench.experiment.catalogue.RunFacts;
import io.makerbench.experiment.catalogue.RunField;
import io.makerbench.experiment.catalogue.RunNotes;
import io.makerbench.workbench.panel.Assets;
import io.makerbench.workbench.panel.Desk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The side of the table: name, tags, notes and facts of the run chosen, and how configurations
 * differ. What is typed is kept when the field is left.
 */
final class RunDetails {
  private static final String[] FACTS = {
    RunField.NAME,
    RunField.MESSAGE,
    RunField.CLONED_FROM,
    RunField.CHANGED_KEYS,
    RunField.CREATED,
    RunField.ENDED,
    RunField.DURATION,
    RunField.AGENT,
    RunField.SYSTEM,
    RunField.SEED,
    RunField.DEVICE,
    RunField.ENGINE,
    RunField.TRIALS,
    RunField.VERSION,
    RunField.MACHINE,
    RunField.CONFIG_HASH
  };
  private static final int NOTE_ROWS = 6;

  private final BiConsumer<List<RunFacts>, UnaryOperator<RunNotes>> change;
  private final Desk desk;
  private final TextField label = new TextField();
  private final TextField tags = new TextField();
  private final TextArea notes = new TextArea();
  private final Label heading = new Label();
  private final GridPane facts = new GridPane();
  private final ConfigDifferences differences;
  private final Tab about = new Tab("About");
  private final Tab differ = new Tab("Differences");
  private final TabPane tabs = new TabPane(about, differ);
  private final Node form;
  private List<RunFacts> runs = List.of();

  /**
   * Makes the side.
   *
   * @param baseline the run that a single one is held against, where there is one
   * @param change keeps a change of the notes of some runs
   */
  RunDetails(
      Desk desk,
      Supplier<Optional<RunFacts>> baseline,
      BiConsumer<List<RunFacts>, UnaryOperator<RunNotes>> change) {
    this.desk = desk;
    this.change = change;
    differences = new ConfigDifferences(desk, ConfigDifferences.NARROW, baseline);
    field(label, "run-label", "Name of the run");
    field(tags, "run-tags", "Tags, words between spaces");
    field(notes, "run-notes", "Notes");
    tags.setPromptText("words between spaces");
    notes.setPrefRowCount(NOTE_ROWS);
    notes.setWrapText(true);
    heading.getStyleClass().add("section-title");
    facts.getStyleClass().add("facts");
    form = form();
    about.setClosable(false);
    differ.setClosable(false);
    differ.setContent(differences.view());
    tabs.setId("run-details");
    tabs.setMinWidth(0);
    show(List.of());
  }

  private static final class FieldBox extends VBox {
    FieldBox(String name, Node field) {
      super(new Label(name), field);
      getStyleClass().add("field-box");
    }
  }

  private Node form() {
    VBox box =
        new VBox(
            heading,
            new FieldBox("Name", label),
            new FieldBox("Tags", tags),
            new FieldBox("Notes", notes),
            facts);
    box.getStyleClass().add("run-form");
    ScrollPane scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    return scroll;
  }

  private void field(TextInputControl field, String id, String words) {
    field.setId(id);
    field.setAccessibleText(words);
    field
        .focusedProperty()
        .subscribe((before, now) -> {
          if (before && !now) {
            keep();
          }
        });
    if (field instanceof TextField line) {
      line.setOnAction(event -> keep());
    }
  }

  Node view() {
    return tabs;
  }

  /** Shows runs; what was typed for those before is kept first. */
  void show(List<RunFacts> chosen) {
    boolean same = names(chosen).equals(names(runs));
    if (!same) {
      keep();
    }
    runs = chosen;
    differences.show(chosen);
    if (chosen.isEmpty()) {
      about.setContent(
          Assets.placeholder(
              "mdoal-info", "No run chosen", "Choose one: its notes and facts appear here."));
      return;
    }
    about.setContent(form);
    if (!same || !isTyping()) {
      fill();
    }
  }

  /** Whether the cursor is in a field; the window may be behind another meanwhile. */
  private boolean isTyping() {
    Node owner = tabs.getScene() == null ? null : tabs.getScene().getFocusOwner();
    return owner == label || owner == tags || owner == notes;
  }

  private static List<String> names(List<RunFacts> some) {
    return some.stream().map(RunFacts::name).toList();
  }

  private void fill() {
    boolean one = runs.size() == 1;
    RunFacts first = runs.getFirst();
    heading.setText(one ? first.label() : runs.size() + " runs");
    label.setText(one ? first.label() : "");
    label.setDisable(!one);
    tags.setText(String.join(" ", commonTags()));
    notes.setText(one ? first.notes().notes() : "");
    notes.setDisable(!one);
    facts.getChildren().clear();
    if (one) {
      for (String field : FACTS) {
        row(field, FieldWords.of(field, first.value(field)));
      }
    }
  }

  private void row(String field, String words) {
    if (!words.isEmpty()) {
      Label name = new Label(FieldWords.title(field));
      name.getStyleClass().add("muted");
      name.setMinWidth(Region.USE_PREF_SIZE);
      Label value = new Label(words);
      value.setWrapText(true);
      facts.addRow(facts.getRowCount(), name, value);
    }
  }

  /** Tags that all of the runs have. */
  private List<String> commonTags() {
    List<String> common = new ArrayList<>(runs.getFirst().notes().tags());
    runs.forEach(run -> common.retainAll(run.notes().tags()));
    return common;
  }

  /** Keeps what was typed, where it is something else than before. */
  private void keep() {
    if (runs.isEmpty() || about.getContent() != form) {
      return;
    }
    List<String> before = commonTags();
    List<String> now =
        Arrays.stream(tags.getText().split("[\\s,]+")).filter(tag -> !tag.isEmpty()).toList();
    List<String> gone = before.stream().filter(tag -> !now.contains(tag)).toList();
    UnaryOperator<RunNotes> tagged = old -> old.untagged(gone).tagged(now);
    if (runs.size() > 1) {
      keep(tagged);
      return;
    }
    RunFacts run = runs.getFirst();
    String name = label.getText().equals(run.record().label()) ? "" : label.getText();
    String text = notes.getText();
    keep(old -> tagged.apply(old).labelled(name).noted(text));
  }

  private void keep(UnaryOperator<RunNotes> typed) {
    try {
      boolean changes =
          runs.stream().anyMatch(run -> !typed.apply(run.notes()).equals(run.notes()));
      if (changes) {
        change.accept(runs, typed);
      }
    } catch (InputException e) {
      desk.notices().failed(String.valueOf(e.getMessage()), e);
    }
  }

  /** Puts the cursor into the name. */
  void rename() {
    tabs.getSelectionModel().select(about);
    label.requestFocus();
    label.selectAll();
  }

  /** Puts the cursor into the tags. */
  void annotate() {
    tabs.getSelectionModel().select(about);
    tags.requestFocus();
  }

  /** Brings the differences to the front. */
  void compare() {
    tabs.getSelectionModel().select(differ);
  }
}
