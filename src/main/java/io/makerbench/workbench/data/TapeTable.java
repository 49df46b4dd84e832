package io.makerbench.workbench.data;

import io.makerbench.tape.Quality;
import io.makerbench.workbench.panel.Assets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The catalogue as a table: sorts by any column, filters by words, keeps its selection. */
final class TapeTable {
  /** A text that may not fit its column. */
  private static final int LONG_TEXT = 16;

  /** What a narrow window may take of a column; beyond that the table scrolls. */
  private static final double LEAST_SHARE = 0.88;

  private static final String FIGURES = "figure-column";

  private final ObservableList<TapeRow> rows = FXCollections.observableArrayList();
  private final FilteredList<TapeRow> filtered = new FilteredList<>(rows);
  private final TableView<TapeRow> table = new TableView<>();
  private final ReadOnlyObjectWrapper<@Nullable TapeRow> selected = new ReadOnlyObjectWrapper<>();
  private boolean updating;

  TapeTable() {
    SortedList<TapeRow> sorted = new SortedList<>(filtered);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setId("tapes-table");
    table.setAccessibleText("Tapes and recordings");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(
        Assets.placeholder(
            "mdomz-storage",
            "No recordings yet",
            "Drop files or a folder here, import them, or fetch a free sample day."));
    TableColumn<TapeRow, Long> from = number("From (UTC)", 144, TapeRow::startNs, Moments::minute);
    table
        .getColumns()
        .setAll(
            List.of(
                text("Instrument", 108, TapeRow::name),
                text("Venue", 116, TapeRow::venue),
                kind(),
                from,
                number("Length", 88, row -> row.endNs() - row.startNs(), Moments::length),
                number("Rows", 90, TapeRow::rows, Moments::count),
                number("Size", 80, TapeRow::bytes, Moments::bytes),
                text("Clocks", 78, TapeTable::clocks),
                quality("Gaps", 70, Quality::gaps, "Times without a row, and missing updates"),
                quality("Late", 68, Quality::late, "Rows out of order by a clock"),
                quality("Crossed", 88, Quality::touching, "Books and quotes that cross or lock"),
                quality("Mended", 88, Quality::mended, "Rows dropped or changed otherwise"),
                text("File", 160, TapeRow::note)));
    from.getStyleClass().remove(FIGURES);
    from.setMinWidth(from.getPrefWidth());
    from.setSortType(TableColumn.SortType.DESCENDING);
    table.getSortOrder().setAll(List.of(from));
    table.getSelectionModel().selectedItemProperty().subscribe(this::choose);
  }

  private static TableColumn<TapeRow, String> text(
      String title, double width, Function<TapeRow, String> value) {
    TableColumn<TapeRow, String> column = column(title, width, value, Function.identity());
    column.setComparator(String.CASE_INSENSITIVE_ORDER);
    return column;
  }

  private static TableColumn<TapeRow, Long> number(
      String title, double width, ToLongFunction<TapeRow> value, Function<Long, String> words) {
    TableColumn<TapeRow, Long> column = column(title, width, value::applyAsLong, words);
    column.getStyleClass().add(FIGURES);
    return column;
  }

  private static TableColumn<TapeRow, Long> quality(
      String title, double width, ToLongFunction<Quality> value, String hint) {
    TableColumn<TapeRow, Long> column =
        column(
            title,
            width,
            row -> row.quality() == null ? null : value.applyAsLong(row.quality()),
            Moments::count);
    column.setComparator(Comparator.nullsFirst(Comparator.naturalOrder()));
    column.setMinWidth(width);
    column.getStyleClass().add(FIGURES);
    Label heading = new Label(title);
    heading.setTooltip(new Tooltip(hint));
    column.setText("");
    column.setGraphic(heading);
    return column;
  }

  private static <T> TableColumn<TapeRow, T> column(
      String title, double width, Function<TapeRow, @Nullable T> value, Function<T, String> words) {
    TableColumn<TapeRow, T> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(LEAST_SHARE * width);
    column.setCellValueFactory(row -> new SimpleObjectProperty<>(value.apply(row.getValue())));
    column.setCellFactory(owner ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            String shown = empty || item == null ? null : words.apply(item);
            setText(shown);
            setTooltip(shown == null || shown.length() < LONG_TEXT ? null : new Tooltip(shown));
          }
        });
    return column;
  }

  private static TableColumn<TapeRow, TapeRow.Kind> kind() {
    TableColumn<TapeRow, TapeRow.Kind> column =
        column("State", 118, TapeRow::kind, TapeRow.Kind::words);
    column.setCellFactory(owner ->
        new TableCell<>() {
          private final Label badge = new Label();

          @Override
          protected void updateItem(TapeRow.@Nullable Kind item, boolean empty) {
            super.updateItem(item, empty);
            setAlignment(Pos.CENTER_LEFT);
            setGraphic(empty || item == null ? null : badge);
            if (item != null) {
              badge.setText(item.words());
              badge.getStyleClass().setAll("label", "badge", item.style());
            }
          }
        });
    return column;
  }

  private static String clocks(TapeRow row) {
    return row.summary() == null ? "" : row.summary().twoClocks() ? "two" : "one";
  }

  TableView<TapeRow> view() {
    return table;
  }

  /** The line a user chose; null for none. */
  ReadOnlyObjectProperty<@Nullable TapeRow> selected() {
    return selected.getReadOnlyProperty();
  }

  private void choose(@Nullable TapeRow row) {
    if (!updating) {
      selected.set(row);
    }
  }

  void filter(String words) {
    filtered.setPredicate(row -> row.matches(words));
  }

  /** Replaces the lines; what was selected stays selected. */
  void update(List<TapeRow> now) {
    if (now.equals(rows)) {
      return;
    }
    TapeRow before = selected.get();
    updating = true;
    rows.setAll(now);
    table.getSelectionModel().clearSelection();
    updating = false;
    if (before == null || !select(before.path())) {
      selected.set(null);
    }
  }

  /** Told when a user opens a line, by a double click or Enter. */
  void onOpen(Consumer<TapeRow> listener) {
    Runnable open = () -> Optional.ofNullable(selected.get()).ifPresent(listener);
    table.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        open.run();
      }
    });
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open.run();
          }
        });
  }

  /** Selects the line of a file and shows it; false where there is none. */
  boolean select(Path path) {
    for (TapeRow row : table.getItems()) {
      if (row.path().equals(path)) {
        table.getSelectionModel().select(row);
        table.scrollTo(row);
        return true;
      }
    }
    return false;
  }
}
