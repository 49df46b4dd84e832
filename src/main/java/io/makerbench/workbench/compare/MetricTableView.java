package io.makerbench.workbench.compare;

import io.makerbench.workbench.compare.MetricTable.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The table of a comparison. The best of a row, and differences beyond chance, are in bold. */
final class MetricTableView extends TableView<Row> {
  private static final double NAME_WIDTH = 190;
  private static final double UNIT_WIDTH = 96;
  private static final double FIGURE_WIDTH = 150;
  private static final double INTERVAL_WIDTH = 270;
  private static final String BOLD = "-fx-font-weight: bold;";

  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final FilteredList<Row> found = new FilteredList<>(rows);

  MetricTableView() {
    setId("compare-table");
    setAccessibleText("Metrics of every policy, with the difference to the baseline");
    getStyleClass().addAll("dense", "striped");
    setRowFactory(table -> new ExplainedRow());
    setItems(found);
    setPlaceholder(new Label("Nothing was measured in these windows, or no metric is called so."));
  }

  /** Shows a table; differences are those of the pair that is compared. */
  void show(MetricTable table) {
    List<TableColumn<Row, String>> columns = new ArrayList<>();
    columns.add(column("Metric", NAME_WIDTH, Pos.CENTER_LEFT, r -> r.metric().label(), r -> false));
    columns.add(column("Unit", UNIT_WIDTH, Pos.CENTER_LEFT, r -> r.metric().unit(), r -> false));
    for (int i = 0; i < table.policies().size(); i++) {
      int policy = i;
      columns.add(
          column(
              table.policies().get(i),
              FIGURE_WIDTH,
              Pos.CENTER_RIGHT,
              row ->
                  (row.best() == policy ? "★ " : "")
                      + row.mean(policy)
                      + (row.apart(policy) ? " *" : ""),
              row -> row.best() == policy));
    }
    columns.add(
        column("Difference", FIGURE_WIDTH, Pos.CENTER_RIGHT, Row::difference, Row::significant));
    columns.add(
        column("95 % interval", INTERVAL_WIDTH, Pos.CENTER_RIGHT, Row::interval, Row::significant));
    columns.add(column("p", UNIT_WIDTH, Pos.CENTER_RIGHT, Row::p, row -> false));
    columns.add(
        column("p (Holm)", UNIT_WIDTH, Pos.CENTER_RIGHT, Row::correctedP, Row::significant));
    getColumns().setAll(columns);
    rows.setAll(table.rows().stream().filter(MetricTable.Row::isKnown).toList());
  }

  /** Shows the metrics alone in whose name or unit every word stands. */
  void find(String words) {
    String[] wanted = words.strip().toLowerCase(Locale.ROOT).split("\\s+");
    found.setPredicate(row -> {
      String name = (row.metric().label() + " " + row.metric().unit()).toLowerCase(Locale.ROOT);
      return Arrays.stream(wanted).allMatch(name::contains);
    });
  }

  private static TableColumn<Row, String> column(
      String name, double width, Pos side, Function<Row, String> words, Predicate<Row> bold) {
    TableColumn<Row, String> column = new TableColumn<>(name);
    column.setPrefWidth(width);
    column.setSortable(false);
    if (side == Pos.CENTER_RIGHT) {
      column.getStyleClass().add("figure-column");
    }
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
    column.setCellFactory(ignored -> new FigureCell(side, bold));
    return column;
  }

  /** A cell that stands out where its row says so. */
  private static final class FigureCell extends TableCell<Row, String> {
    private final Predicate<Row> bold;

    FigureCell(Pos side, Predicate<Row> bold) {
      this.bold = bold;
      setAlignment(side);
    }

    @Override
    protected void updateItem(String words, boolean empty) {
      super.updateItem(words, empty);
      Row row = getTableRow() == null ? null : getTableRow().getItem();
      setText(empty ? null : words);
      setStyle(!empty && row != null && bold.test(row) ? BOLD : "");
    }
  }

  /** A row that tells what its metric is. */
  private static final class ExplainedRow extends TableRow<Row> {
    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      setTooltip(empty || row == null ? null : new Tooltip(row.metric().help()));
    }
  }
}
