package io.makerbench.workbench.runs;

import io.makerbench.experiment.catalogue.RunFacts;
import io.makerbench.experiment.catalogue.RunOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.tableview2.TableColumn2;
import org.controlsfx.control.tableview2.TableView2;

/**
 * The table of runs: shows the lines of a {@link RunsModel} in any columns, and tells it what a
 * user sorts by and selects. What is selected stays selected while runs come and change.
 */
final class RunTable {
  private static final double ROW_HEIGHT = 34;

  private final RunsModel model;
  private final TableView2<RunLine> table = new TableView2<>();
  private final LongProperty moment = new SimpleLongProperty();
  private final RunCells cells;
  private boolean arranging;

  RunTable(RunsModel model, RunCells cells) {
    this.model = model;
    this.cells = cells;
    table.setId("runs-table");
    table.setAccessibleText("Runs");
    table.setFixedCellSize(ROW_HEIGHT);
    table.setColumnFixingEnabled(true);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setItems(model.lines());
    table.setSortPolicy(view -> {
      if (!arranging) {
        model.sort(sortOrder());
      }
      return true;
    });
    model.onChange(this::selectAgain);
    table
        .getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<RunLine>) change -> choose());
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::groupByKey);
  }

  TableView<RunLine> view() {
    return table;
  }

  /** Shows the cells anew: their colours or their progress changed. */
  void refresh() {
    moment.set(moment.get() + 1);
  }

  /** Enter, left and right open and close the group in focus. */
  private void groupByKey(KeyEvent event) {
    boolean asked =
        event.getCode() == KeyCode.ENTER
            || event.getCode() == KeyCode.LEFT
            || event.getCode() == KeyCode.RIGHT;
    if (asked && table.getFocusModel().getFocusedItem() instanceof RunLine.Heading heading) {
      int row = table.getFocusModel().getFocusedIndex();
      if (event.getCode() == KeyCode.ENTER || heading.open() == (event.getCode() == KeyCode.LEFT)) {
        model.toggle(heading);
        table.getFocusModel().focus(row);
      }
      event.consume();
    }
  }

  private void choose() {
    if (!arranging) {
      model.choose(selected());
    }
  }

  private List<RunFacts> selected() {
    return table.getSelectionModel().getSelectedIndices().stream()
        .sorted()
        .filter(row -> row >= 0 && row < table.getItems().size())
        .map(row -> table.getItems().get(row))
        .filter(RunLine.Run.class::isInstance)
        .map(line -> ((RunLine.Run) line).now())
        .toList();
  }

  /** After lines moved: the rows of the runs chosen are selected, and no others. */
  private void selectAgain() {
    Set<Path> wanted =
        model.chosen().get().stream()
            .map(run -> run.folder().path())
            .collect(Collectors.toCollection(HashSet::new));
    Set<Path> now = selected().stream().map(run -> run.folder().path()).collect(Collectors.toSet());
    if (wanted.equals(now)) {
      return;
    }
    arranging = true;
    table.getSelectionModel().clearSelection();
    int[] rows =
        IntStream.range(0, table.getItems().size())
            .filter(row ->
                table.getItems().get(row) instanceof RunLine.Run run
                    && wanted.contains(run.now().folder().path()))
            .toArray();
    if (rows.length > 0) {
      table.getSelectionModel().selectIndices(rows[0], rows);
    }
    arranging = false;
  }

  /** Shows columns, in this order and sorted so. */
  void show(List<TableState.Column> columns, List<RunOrder> order) {
    arranging = true;
    List<TableColumn<RunLine, ?>> made = new ArrayList<>();
    columns.forEach(column -> made.add(column(column)));
    table.getFixedColumns().clear();
    table.getSortOrder().clear();
    table.getColumns().setAll(made);
    for (int i = 0; i < made.size(); i++) {
      if (columns.get(i).pinned()) {
        made.get(i).getStyleClass().add("pinned");
        table.getFixedColumns().add(made.get(i));
      }
    }
    for (RunOrder by : order) {
      made.stream()
          .filter(column -> column.getId().equals(by.field()))
          .forEach(column -> {
            column.setSortType(
                by.direction() == RunOrder.Direction.ASCENDING
                    ? TableColumn.SortType.ASCENDING
                    : TableColumn.SortType.DESCENDING);
            table.getSortOrder().add(column);
          });
    }
    arranging = false;
    model.sort(order);
  }

  private TableColumn<RunLine, RunCells.Shown> column(TableState.Column shown) {
    TableColumn2<RunLine, RunCells.Shown> column =
        new TableColumn2<>(FieldWords.title(shown.field()));
    column.setId(shown.field());
    if (FieldWords.isFigure(shown.field())) {
      column.getStyleClass().add("figure-column");
    }
    column.setPrefWidth(shown.width());
    column.setSortable(!shown.field().equals(TableState.CURVE));
    column.setCellValueFactory(row -> shown(row.getValue()));
    column.setCellFactory(owner -> cells.cell(shown.field()));
    return column;
  }

  private ObservableValue<RunCells.Shown> shown(RunLine line) {
    return switch (line) {
      case RunLine.Run run ->
          Bindings.createObjectBinding(
              () -> new RunCells.Shown(run, run.now(), moment.get()), run.facts(), moment);
      case RunLine.Heading heading ->
          Bindings.createObjectBinding(
              () -> new RunCells.Shown(heading, null, moment.get()), moment);
    };
  }

  /** The menu a right click on the heading of a column opens. */
  void headings(Function<String, ContextMenu> menus) {
    table.getColumns().forEach(column -> column.setContextMenu(menus.apply(column.getId())));
  }

  /** The columns as they stand now, moved and drawn wider as the user did. */
  List<TableState.Column> columns() {
    return table.getColumns().stream()
        .map(column ->
            new TableState.Column(
                column.getId(), width(column), table.getFixedColumns().contains(column)))
        .toList();
  }

  /** Before it was laid out a column has the width it is to have. */
  private double width(TableColumn<RunLine, ?> column) {
    return table.getWidth() > 0 ? column.getWidth() : column.getPrefWidth();
  }

  private List<RunOrder> sortOrder() {
    return table.getSortOrder().stream()
        .map(column ->
            new RunOrder(
                column.getId(),
                column.getSortType() == TableColumn.SortType.ASCENDING
                    ? RunOrder.Direction.ASCENDING
                    : RunOrder.Direction.DESCENDING))
        .toList();
  }
}
