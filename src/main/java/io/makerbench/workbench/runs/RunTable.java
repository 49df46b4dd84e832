package io.makerbench.workbench.runs;

import io.makerbench.experiment.RunFolder;
import io.makerbench.experiment.RunState;
import io.makerbench.workbench.monitor.StateWords;
import io.makerbench.workbench.panel.Assets;
import io.makerbench.workbench.plot.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * The table of runs: sorts by any column, filters by words, keeps its selection when it updates.
 */
final class RunTable {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private static final double MILLIS_A_SECOND = 1e3;

  private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
  private final FilteredList<RunRow> filtered = new FilteredList<>(rows);
  private final TableView<RunRow> table = new TableView<>();
  private boolean updating;

  /**
   * Makes the table.
   *
   * @param progress how far a run is that this window carries out, for example {@code 22 %}; empty
   *     for others
   */
  RunTable(Function<RunFolder, String> progress) {
    SortedList<RunRow> sorted = new SortedList<>(filtered);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setId("runs-table");
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table.setPlaceholder(
        Assets.placeholder(
            "mdomz-table_rows", "No runs here", "Start one from Config; it appears here."));
    TableColumn<RunRow, Instant> created =
        column("Created", 130, row -> row.record().created(), WHEN::format);
    created.setSortType(TableColumn.SortType.DESCENDING);
    table
        .getColumns()
        .setAll(
            List.of(
                state(),
                column("Label", 140, row -> row.record().label(), Function.identity()),
                column("Agent", 80, row -> row.record().agent(), Function.identity()),
                column("System", 90, row -> row.record().system(), Function.identity()),
                number("Seed", 60, row -> (double) row.record().seed()),
                created,
                column("Duration", 80, RunTable::seconds, Numbers::clock),
                column("Phase", 130, row -> phase(row, progress), Function.identity()),
                number("Last reward", 120, RunRow::reward),
                column("PnL vs baseline", 215, row -> row, RunTable::gain, byGain())));
    table.getSortOrder().setAll(List.of(created));
  }

  private static <T extends Comparable<? super T>> TableColumn<RunRow, T> column(
      String title, double width, Function<RunRow, T> value, Function<T, String> words) {
    return column(title, width, value, words, Comparator.naturalOrder());
  }

  private static <T> TableColumn<RunRow, T> column(
      String title,
      double width,
      Function<RunRow, T> value,
      Function<T, String> words,
      Comparator<T> order) {
    TableColumn<RunRow, T> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setComparator(order);
    column.setCellValueFactory(row -> new SimpleObjectProperty<>(value.apply(row.getValue())));
    column.setCellFactory(owner ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : words.apply(item));
          }
        });
    return column;
  }

  private static TableColumn<RunRow, Double> number(
      String title, double width, Function<RunRow, Double> value) {
    TableColumn<RunRow, Double> column = column(title, width, value, Numbers::precise);
    column.setStyle("-fx-alignment: center-right;");
    return column;
  }

  private static TableColumn<RunRow, RunState> state() {
    TableColumn<RunRow, RunState> column =
        column("State", 90, row -> row.record().state(), StateWords::of);
    column.setCellFactory(owner ->
        new TableCell<>() {
          private final Label badge = new Label();

          @Override
          protected void updateItem(@Nullable RunState item, boolean empty) {
            super.updateItem(item, empty);
            setAlignment(Pos.CENTER_LEFT);
            setGraphic(empty || item == null ? null : badge);
            if (item != null) {
              StateWords.show(badge, item);
            }
          }
        });
    return column;
  }

  /** Time it worked; of a run at work, time since it was made. */
  private static double seconds(RunRow row) {
    boolean first = !row.record().state().ended() && row.record().activeSeconds() == 0;
    return first
        ? Duration.between(row.record().created(), Instant.now()).toMillis() / MILLIS_A_SECOND
        : row.record().activeSeconds();
  }

  private static String phase(RunRow row, Function<RunFolder, String> progress) {
    return row.record().state() == RunState.DONE
        ? "Finished"
        : (row.record().phase().words() + " " + progress.apply(row.folder())).strip();
  }

  private static Comparator<RunRow> byGain() {
    return Comparator.comparingDouble(RunRow::gain);
  }

  private static String gain(RunRow row) {
    return Double.isNaN(row.gain())
        ? "–"
        : (row.gain() > 0 ? "+" : "") + Numbers.precise(row.gain()) + " vs " + row.baseline();
  }

  TableView<RunRow> view() {
    return table;
  }

  void filter(String words) {
    filtered.setPredicate(row -> row.matches(words));
  }

  /** Replaces the rows; what was selected stays selected. */
  void update(List<RunRow> now) {
    if (now.equals(rows)) {
      return;
    }
    updating = true;
    Set<Object> before =
        selected().stream().map(RunRow::folder).collect(Collectors.toCollection(HashSet::new));
    rows.setAll(now);
    table.getSelectionModel().clearSelection();
    for (int i = 0; i < table.getItems().size(); i++) {
      if (before.contains(table.getItems().get(i).folder())) {
        table.getSelectionModel().select(i);
      }
    }
    updating = false;
  }

  /** The rows a user selected, in the order of the table. */
  List<RunRow> selected() {
    return List.copyOf(table.getSelectionModel().getSelectedItems());
  }

  /** Told when a user changes the selection; an update of the rows is none. */
  void onSelection(Runnable listener) {
    table
        .getSelectionModel()
        .getSelectedItems()
        .subscribe(() -> {
          if (!updating) {
            listener.run();
          }
        });
  }
}
