package io.makerbench.workbench.runs;

import io.makerbench.experiment.catalogue.FieldValue;
import io.makerbench.experiment.catalogue.RunField;
import io.makerbench.experiment.catalogue.RunOrder;
import io.makerbench.workbench.monitor.RunDesk;
import io.makerbench.workbench.panel.Desk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;

/**
 * The table with what is asked of it: query, groups, columns, saved views. It looks the next time
 * as it was left.
 */
final class RunBoard {
  private final RunsModel model;
  private final Path home;
  private final Desk desk;
  private final RunTable table;
  private final RunsBar bar;
  private final SavedViews views = new SavedViews(this::state, this::keep, this::show);
  private TableState state;

  /**
   * Makes it.
   *
   * @param home folder in which its looks are kept
   */
  RunBoard(RunsModel model, Desk desk, RunDesk desktop, Path home) {
    this.model = model;
    this.desk = desk;
    this.home = home;
    state = TableState.load(home);
    bar =
        new RunsBar(
            model,
            new ColumnChooser(this::columns, model::fields, this::showColumns, this::sortBy),
            () -> refresh());
    table =
        new RunTable(
            model,
            new RunCells(
                desk.workspace().looks(),
                desk.appearance().palette(),
                bar::course,
                run -> RunProgress.of(run, desktop),
                model::toggle,
                model::baselineRun));
    model.baseline().subscribe((before, now) -> refresh());
    desk.workspace().looks().onChange(this::refresh);
    desk.appearance().palette().subscribe(colours -> refresh());
    show(state.view());
  }

  TableView<RunLine> table() {
    return table.view();
  }

  RunsBar bar() {
    return bar;
  }

  /** The controls above the table. */
  List<Node> controls() {
    return Stream.concat(bar.controls().stream(), Stream.of(views.view())).toList();
  }

  /** Shows the cells anew. */
  void refresh() {
    table.refresh();
  }

  List<TableState.Column> columns() {
    return table.columns();
  }

  private void showColumns(List<TableState.Column> columns) {
    table.show(columns, model.order());
    table.headings(this::headingMenu);
  }

  private void show(TableState.View view) {
    model.query().set(view.query());
    model.group().set(view.group());
    model.archivedToo().set(view.archived());
    model.baseline().set(view.baseline());
    bar.drawCourse(view.course());
    table.show(view.columns(), view.order());
    table.headings(this::headingMenu);
  }

  /** By a field from its usual end, or from the other where it is sorted by already. */
  private void sortBy(String field) {
    RunOrder up = new RunOrder(field, RunOrder.Direction.ASCENDING);
    boolean turned = model.order().contains(up);
    List<RunOrder> order =
        List.of(turned ? new RunOrder(field, RunOrder.Direction.DESCENDING) : up);
    table.show(columns(), order);
    table.headings(this::headingMenu);
  }

  private ContextMenu headingMenu(String field) {
    ContextMenu menu = new ContextMenu();
    menu.getItems().add(item("Group by this", () -> model.group().set(field)));
    menu.getItems().add(item("Only the chosen run's value", () -> askForValue(field)));
    if (!field.equals(RunField.LABEL)) {
      menu.getItems().add(item("Pin or free", () -> pin(field)));
      menu.getItems().add(item("Hide", () -> hide(field)));
    }
    menu.getItems().add(item("Columns …", bar::openColumns));
    return menu;
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void askForValue(String field) {
    if (!model.chosen().get().isEmpty()) {
      FieldValue value = model.chosen().get().getFirst().value(field);
      String term =
          field + "=" + (value.text().contains(" ") ? "\"" + value.text() + "\"" : value.text());
      model.query().set((model.query().get() + " " + term).strip());
    }
  }

  private void pin(String field) {
    List<TableState.Column> now = new ArrayList<>(columns());
    now.replaceAll(column ->
        column.field().equals(field)
            ? new TableState.Column(field, column.width(), !column.pinned())
            : column);
    showColumns(TableState.pinnedFirst(now));
  }

  private void hide(String field) {
    showColumns(columns().stream().filter(column -> !column.field().equals(field)).toList());
  }

  /** The page as it stands now. */
  TableState state() {
    TableState.View view =
        new TableState.View(
            model.query().get(),
            columns(),
            model.order(),
            model.group().get(),
            bar.course(),
            model.archivedToo().get(),
            model.baseline().get());
    return new TableState(view, state.details(), state.views());
  }

  /** Keeps its looks for the next time. */
  void keep() {
    keep(state());
  }

  /** The same, and whether the side is open. */
  void keepSide(boolean details) {
    keep(new TableState(state().view(), details, state.views()));
  }

  private void keep(TableState now) {
    state = now;
    desk.background().run("Keeping the table's looks", () -> now.save(home));
  }
}
