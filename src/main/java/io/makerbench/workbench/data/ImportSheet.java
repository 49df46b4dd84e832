package io.makerbench.workbench.data;

import io.makerbench.tape.RecordingFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The form of an import. */
final class ImportSheet {
  private static final double FILES_HEIGHT = 120;
  private static final String ANY_FORMAT = "Found by itself";

  private final ImportForm form;
  private final DataDialogs dialogs;
  private final Sheet sheet;

  ImportSheet(ImportForm form, DataDialogs dialogs, Runnable start, Runnable close) {
    this.form = form;
    this.dialogs = dialogs;
    sheet = new Sheet("import-sheet", "Import recordings", close);
    sheet.add("Recordings", files(), "");
    sheet.add(fileButtons());
    sheet.add("Format", format(), "");
    sheet.add("Tape", target(), "Empty: among the program's own tapes, where every run finds it.");
    CheckBox strict = new CheckBox("Refuse recordings with defects");
    strict.setId("import-strict");
    strict.selectedProperty().bindBidirectional(form.strict());
    sheet.add(strict);
    sheet.text(
        "import-depth", "Book levels a side", form.depth(), "1 to 100", ImportForm::depthProblem);
    String found = "Empty: found in the recordings.";
    sheet.text(
        "import-price-step", "Price of a tick", form.priceStep(), found, ImportForm::stepProblem);
    sheet.text(
        "import-size-step", "Size of a lot", form.sizeStep(), found, ImportForm::stepProblem);
    sheet.text(
        "import-clock-offset",
        "Clock offset, ms",
        form.clockOffset(),
        "Added to local times, where the receiver's clock was wrong.",
        ImportForm::offsetProblem);
    sheet.foot("start-import", "Import", start);
    form.files().subscribe(() -> sheet.refuse(""));
  }

  Node view() {
    return sheet.view();
  }

  /** Says why nothing was imported. */
  void refuse(String words) {
    sheet.refuse(words);
  }

  private Node files() {
    ListView<Path> list = new ListView<>(form.files());
    list.setId("import-files");
    list.setPrefHeight(FILES_HEIGHT);
    list.setPlaceholder(new Label("Drop files here, or add them"));
    list.setCellFactory(owner ->
        new ListCell<>() {
          @Override
          protected void updateItem(@Nullable Path item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : String.valueOf(item.getFileName()));
          }
        });
    return list;
  }

  private Node fileButtons() {
    HBox buttons =
        new HBox(
            button("add-files", "Add files …", () -> form.files().addAll(dialogs.recordings())),
            button(
                "add-folder", "Add folder …", () -> dialogs.folder().ifPresent(form.files()::add)),
            button("clear-files", "Clear", form.files()::clear));
    buttons.getStyleClass().add("field-row");
    return buttons;
  }

  private static Button button(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setOnAction(event -> action.run());
    return button;
  }

  private Node format() {
    List<@Nullable RecordingFormat> formats = new ArrayList<>(List.of(RecordingFormat.values()));
    formats.addFirst(null);
    ChoiceBox<@Nullable RecordingFormat> choice = new ChoiceBox<>();
    choice.setId("import-format");
    choice.getItems().setAll(formats);
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable RecordingFormat format) {
            return format == null ? ANY_FORMAT : format.words();
          }

          @Override
          public @Nullable RecordingFormat fromString(String text) {
            throw new UnsupportedOperationException("Formats are chosen, not written");
          }
        });
    choice.valueProperty().bindBidirectional(form.format());
    return choice;
  }

  private Node target() {
    TextField field = new TextField();
    field.setId("import-target");
    field.setAccessibleText("Tape");
    field.textProperty().bindBidirectional(form.target());
    HBox.setHgrow(field, Priority.ALWAYS);
    Button choose =
        button(
            "choose-target",
            "Choose …",
            () -> dialogs.tape().ifPresent(tape -> form.target().set(tape.toString())));
    HBox row = new HBox(field, choose);
    row.getStyleClass().add("field-row");
    return row;
  }
}
