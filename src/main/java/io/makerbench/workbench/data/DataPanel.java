package io.makerbench.workbench.data;

import io.makerbench.config.InputException;
import io.makerbench.experiment.Settings;
import io.makerbench.tape.RecordedSet;
import io.makerbench.tape.TapeSummary;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.CommandControls;
import io.makerbench.workbench.panel.Desk;
import io.makerbench.workbench.panel.Panel;
import io.makerbench.workbench.panel.TextWidths;
import io.makerbench.workbench.runs.DesktopPrograms;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tapes and recordings: the catalogue, the chosen one at a glance, import and fetching. Files may
 * be dropped anywhere on it.
 */
public final class DataPanel implements Panel {
  private static final double TABLE_SHARE = 0.42;
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
  private static final int COMMANDS_WITH_TEXT = 3;

  private final Desk desk;
  private final Settings settings;
  private final BiConsumer<ObjectNode, String> edit;
  private final DataDesk data;
  private final TapeTable table = new TapeTable();
  private final PreviewModel preview;
  private final TextField filter = new TextField();
  private final BorderPane root = new BorderPane();
  private final BooleanProperty chosen = new SimpleBooleanProperty();
  private final BooleanProperty usable = new SimpleBooleanProperty();
  private final ImportForm importForm = new ImportForm();
  private final FetchForm fetchForm = new FetchForm(LocalDate.now(ZoneOffset.UTC));
  private final ImportSheet importSheet;
  private final FetchSheet fetchSheet;
  private final List<Command> commands;

  /**
   * Makes the page.
   *
   * @param dialogs asks for files; null for the desktop's own
   * @param edit shows a configuration in the form, with words for where it comes from
   */
  public DataPanel(
      Desk desk,
      Settings settings,
      @Nullable DataDialogs dialogs,
      BiConsumer<ObjectNode, String> edit) {
    this.desk = desk;
    this.settings = settings;
    this.edit = edit;
    data = new DataDesk(desk, settings, this::list);
    preview = new PreviewModel(desk.background());
    importSheet =
        new ImportSheet(
            importForm,
            dialogs == null ? new DesktopDialogs(root) : dialogs,
            this::startImport,
            this::closeSheet);
    fetchSheet =
        new FetchSheet(
            fetchForm,
            settings.samples(),
            settings.recordings(),
            this::startFetch,
            this::closeSheet);
    commands =
        List.of(
            Command.of("import-data", "Import …", "mdoal-get_app", this::openImport)
                .on("Shortcut+Shift+I"),
            Command.of("fetch-data", "Fetch sample day …", "mdoal-cloud_download", this::openFetch)
                .on("Shortcut+Shift+F"),
            Command.of("use-tape", "Use in configuration", "mdomz-tune", this::use)
                .on("Shortcut+U")
                .when(usable),
            Command.of("reveal-tape", "Open folder", "mdoal-folder_open", this::reveal)
                .when(chosen),
            Command.of("refresh-tapes", "Look again", "mdomz-refresh", data::scan)
                .on("Shortcut+Shift+L"));
    layOut();
    table.selected().subscribe(this::choose);
    table.onOpen(this::open);
  }

  private void layOut() {
    Node glance = new PreviewView(desk.appearance().palette(), preview, this::importChosen).view();
    SplitPane split = new SplitPane(table.view(), glance);
    split.setOrientation(Orientation.VERTICAL);
    split.setId("data-split");
    split.setDividerPositions(TABLE_SHARE);
    root.setTop(header());
    root.setCenter(split);
    root.getStyleClass().add("data-page");
    root.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        root.pseudoClassStateChanged(DROP, true);
      }
    });
    root.setOnDragExited(event -> root.pseudoClassStateChanged(DROP, false));
    root.setOnDragDropped(this::dropped);
  }

  private Node header() {
    Label title = new Label("Data");
    title.getStyleClass().add("page-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    filter.setPromptText("Filter by instrument, venue, day …");
    filter.setAccessibleText("Filter");
    filter.setId("tapes-filter");
    TextWidths.prefer(filter, 280);
    filter.textProperty().subscribe(table::filter);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header = new HBox(title, filter, space);
    header.getStyleClass().add("page-header");
    for (Command command : commands) {
      boolean withText = commands.indexOf(command) < COMMANDS_WITH_TEXT;
      header
          .getChildren()
          .add(withText ? CommandControls.button(command) : CommandControls.iconButton(command));
    }
    return header;
  }

  private void list(List<TapeRow> rows, @Nullable Path select) {
    table.update(rows);
    if (select != null && !table.select(select)) {
      filter.clear();
      table.select(select);
    }
  }

  private void choose(@Nullable TapeRow row) {
    chosen.set(row != null);
    usable.set(row != null && row.usable());
    preview.choose(row);
  }

  private void open(TapeRow row) {
    switch (row.kind()) {
      case TAPE -> use();
      case RECORDING -> importChosen();
      case UNREADABLE -> {}
    }
  }

  private void importChosen() {
    RecordedSet recordings = Objects.requireNonNull(table.selected().get()).recordings();
    if (recordings != null) {
      data.bring(recordings.files());
    }
  }

  private void use() {
    TapeRow row = table.selected().get();
    TapeSummary tape = row == null ? null : row.summary();
    if (tape != null && row.usable()) {
      edit.accept(TapeConfig.of(tape, preview.price()), "Made for " + row.note());
    }
  }

  private void reveal() {
    Path path = Objects.requireNonNull(table.selected().get()).path();
    desk.background()
        .run("Opening the folder", () -> DesktopPrograms.open(path.toAbsolutePath().getParent()));
  }

  private void openImport() {
    TapeRow row = table.selected().get();
    RecordedSet recordings = row == null ? null : row.recordings();
    if (importForm.files().isEmpty() && recordings != null) {
      importForm.files().setAll(recordings.files());
    }
    root.setRight(importSheet.view());
  }

  private void openFetch() {
    root.setRight(fetchSheet.view());
  }

  private void closeSheet() {
    root.setRight(null);
    table.view().requestFocus();
  }

  private void startImport() {
    Path tapes = data.tapes();
    desk.background()
        .compute(
            "Looking at what to import",
            () -> Asked.of(() -> importForm.jobs(tapes)),
            asked -> {
              importSheet.refuse(asked.refusal());
              asked.jobs().forEach(data::start);
              if (!asked.jobs().isEmpty()) {
                importForm.files().clear();
                closeSheet();
              }
            });
  }

  private void startFetch() {
    try {
      data.start(fetchForm.job(settings.samples(), settings.recordings()), fetchForm.then());
      closeSheet();
    } catch (InputException e) {
      fetchSheet.refuse(String.valueOf(e.getMessage()));
    }
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    drop(files.stream().map(File::toPath).toList());
    event.setDropCompleted(true);
    event.consume();
  }

  /** Takes files that were dropped: into the open form, else straight into the queue. */
  void drop(List<Path> paths) {
    if (root.getRight() == importSheet.view()) {
      importForm.files().addAll(paths);
    } else {
      data.bring(paths);
    }
  }

  @Override
  public String title() {
    return "Data";
  }

  @Override
  public String icon() {
    return "mdomz-storage";
  }

  @Override
  public Node view() {
    return root;
  }

  @Override
  public void shown() {
    data.scan();
  }

  @Override
  public Node finder() {
    return filter;
  }

  @Override
  public List<Command> commands() {
    return commands;
  }
}
