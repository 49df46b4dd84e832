package io.makerbench.workbench.log;

import io.makerbench.workbench.panel.Assets;
import io.makerbench.workbench.panel.Command;
import io.makerbench.workbench.panel.CommandControls;
import io.makerbench.workbench.panel.Panel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What the program said of its work, to be filtered, read and copied into a report of a fault. */
public final class LogPanel implements Panel {
  private static final double LIST_SHARE = 0.65;
  private static final double TIME_WIDTH = 180;
  private static final double GRADE_WIDTH = 90;
  private static final double SOURCE_WIDTH = 170;
  private static final double WORDS_WIDTH = 700;

  private final ProgramLog log;
  private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
  private final FilteredList<LogLine> filtered = new FilteredList<>(lines);
  private final TableView<LogLine> table = new TableView<>(filtered);
  private final TextArea details = new TextArea();
  private final TextField search = new TextField();
  private final ComboBox<LogLine.Grade> least = new ComboBox<>();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final BorderPane root = new BorderPane();
  private final List<Command> commands;
  private boolean inFront;

  /**
   * Makes the page.
   *
   * @param open shows a folder in the desktop's own program
   */
  public LogPanel(ProgramLog log, Consumer<Path> open) {
    this.log = log;
    commands =
        List.of(
            Command.of("log-copy", "Copy the log", "mdal-content_copy", this::copy),
            Command.of(
                "log-folder",
                "Open the folder of the log",
                "mdoal-folder_open",
                () -> open.accept(log.folder())));
    log.onLine(this::ask);
    arrange();
  }

  private void arrange() {
    root.setId("log-page");
    search.setId("log-search");
    search.setPromptText("Find words");
    search.setAccessibleText("Find words in the log");
    search.textProperty().subscribe(words -> filter());
    least.setId("log-least");
    least.setAccessibleText("Which lines are shown");
    least.getItems().setAll(LogLine.Grade.values());
    least.setConverter(new Grades());
    least.setValue(LogLine.Grade.NOTE);
    least.valueProperty().subscribe(grade -> filter());
    Label title = new Label(title());
    title.getStyleClass().add("page-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header = new HBox(title, space, search, least);
    header.getStyleClass().add("page-header");
    commands.forEach(command -> header.getChildren().add(CommandControls.button(command)));
    arrangeTable();
    details.setId("log-details");
    details.setAccessibleText("The whole line, with its trace");
    details.setEditable(false);
    details.setPromptText("Choose a line to read all of it here.");
    details.getStyleClass().add("log-details");
    SplitPane split = new SplitPane(table, details);
    split.setId("log-split");
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(LIST_SHARE);
    root.setTop(header);
    root.setCenter(split);
  }

  private void arrangeTable() {
    table.setId("log-table");
    table.setAccessibleText("Lines of the log, the newest last");
    table.getStyleClass().add("dense");
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column("Time", TIME_WIDTH, LogLine::clock));
    table.getColumns().add(column("Kind", GRADE_WIDTH, line -> line.grade().words()));
    table.getColumns().add(column("From", SOURCE_WIDTH, LogLine::source));
    table.getColumns().add(column("Words", WORDS_WIDTH, LogLine::words));
    table.setPlaceholder(
        Assets.placeholder(
            "mdoal-article",
            "Nothing to show",
            "Warnings and errors of the program are listed here. There are none that fit."));
    table.getSelectionModel().selectedItemProperty().subscribe(this::show);
  }

  private static TableColumn<LogLine, String> column(
      String title, double width, Function<LogLine, String> words) {
    TableColumn<LogLine, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
    return column;
  }

  private static final class Grades extends StringConverter<LogLine.Grade> {
    @Override
    public String toString(LogLine.@Nullable Grade grade) {
      return switch (grade) {
        case NOTE -> "Everything";
        case WARNING -> "Warnings and errors";
        case ERROR -> "Errors alone";
        case null -> "";
      };
    }

    @Override
    public LogLine.Grade fromString(String words) {
      throw new UnsupportedOperationException("Nothing is typed here.");
    }
  }

  private void show(@Nullable LogLine line) {
    details.setText(line == null ? "" : line.text());
  }

  private void filter() {
    LogLine.Grade grade = least.getValue() == null ? LogLine.Grade.NOTE : least.getValue();
    filtered.setPredicate(new LogFilter(grade, search.getText()));
  }

  /** Lines come on any thread, and faster than frames. */
  private void ask() {
    if (asked.compareAndSet(false, true)) {
      Platform.runLater(() -> {
        asked.set(false);
        read();
      });
    }
  }

  private void read() {
    if (inFront) {
      LogLine chosen = table.getSelectionModel().getSelectedItem();
      lines.setAll(log.lines());
      if (chosen == null) {
        table.scrollTo(filtered.size() - 1);
      } else {
        table.getSelectionModel().select(chosen);
      }
    }
  }

  /** The lines chosen, or where fewer than two are, all that are shown. */
  private void copy() {
    List<LogLine> chosen = table.getSelectionModel().getSelectedItems();
    String text =
        (chosen.size() > 1 ? chosen : filtered)
            .stream().map(LogLine::text).collect(Collectors.joining(System.lineSeparator()));
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  @Override
  public String title() {
    return "Log";
  }

  @Override
  public String icon() {
    return "mdoal-article";
  }

  @Override
  public Node view() {
    return root;
  }

  @Override
  public void shown() {
    inFront = true;
    read();
  }

  @Override
  public void hidden() {
    inFront = false;
  }

  @Override
  public Node finder() {
    return search;
  }

  @Override
  public List<Command> commands() {
    return commands;
  }
}
