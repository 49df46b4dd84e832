package io.makerbench.workbench.runs;

import atlantafx.base.controls.Popover;
import io.makerbench.experiment.catalogue.RunField;
import io.makerbench.workbench.panel.TextWidths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is asked of the table: the query, the groups, the columns, the saved views. */
final class RunsBar {
  private static final String QUERY_HELP =
      """
      Words that occur in a run, and conditions; all must hold.

      dqn quoting               both words
      -failed                   not this word
      state=done                a field and its value
      tag:good  notes:late      holds the text
      dqn.lr>=1e-4              numbers by size
      result.sharpe>1           metrics of the evaluation
      training.reward<0         last figures of the training
      tags=                     has none\
      """;
  private static final double FILTER_WIDTH = 340;
  private static final double GROUP_WIDTH = 170;
  private static final String NO_GROUP = "";

  private final RunsModel model;
  private final ColumnChooser chooser;
  private final TextField filter = new TextField();
  private final Label problem = new Label();
  private final ComboBox<String> group = new ComboBox<>();
  private final ComboBox<String> course = new ComboBox<>();
  private final Button columns = new Button("Columns", new FontIcon("mdomz-view_column"));
  private final Popover popover = new Popover();
  private final Runnable courseChanged;

  /**
   * Makes it.
   *
   * @param courseChanged told when another figure's course is to be drawn
   */
  RunsBar(RunsModel model, ColumnChooser chooser, Runnable courseChanged) {
    this.model = model;
    this.chooser = chooser;
    this.courseChanged = courseChanged;
    filter.setId("runs-filter");
    filter.setPromptText("Filter: dqn  state=done  tag:good  dqn.lr>=1e-4");
    filter.setAccessibleText("Filter the runs");
    filter.setTooltip(new Tooltip(QUERY_HELP));
    TextWidths.prefer(filter, FILTER_WIDTH);
    filter.textProperty().bindBidirectional(model.query());
    problem.setId("runs-filter-problem");
    problem.getStyleClass().addAll("problem", "filter-problem");
    problem.setWrapText(true);
    problem.textProperty().bind(model.problem());
    problem.visibleProperty().bind(model.problem().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    offerGroups();
    offerCourses();
    columns.setId("runs-columns");
    columns.setOnAction(event -> openColumns());
    columns.setMinWidth(Region.USE_PREF_SIZE);
    popover.setContentNode(chooser.view());
    popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
    popover.setHeaderAlwaysVisible(false);
  }

  private void offerGroups() {
    group.setId("runs-group");
    group.setAccessibleText("Group the runs by");
    TextWidths.prefer(group, GROUP_WIDTH);
    group.setConverter(
        words(field ->
            field.equals(NO_GROUP)
                ? "No groups"
                : "By " + FieldWords.title(field).toLowerCase(Locale.ROOT)));
    group.getItems().setAll(NO_GROUP);
    group.setOnShowing(event -> {
      List<String> fields = new ArrayList<>(List.of(NO_GROUP));
      model.groupable().stream().map(RunField::id).forEach(fields::add);
      offer(group, fields);
    });
    model
        .group()
        .subscribe(field -> {
          if (!group.getItems().contains(field)) {
            group.getItems().add(field);
          }
          group.setValue(field);
        });
    group
        .valueProperty()
        .subscribe(field -> {
          if (field != null) {
            model.group().set(field);
          }
        });
  }

  private void offerCourses() {
    course.setId("runs-course");
    course.setAccessibleText("Figure whose course the column Curve draws");
    TextWidths.prefer(course, GROUP_WIDTH);
    course.setConverter(words(name -> "Curve: " + name.replace('_', ' ')));
    course.setValue("reward");
    course.setOnShowing(event ->
        offer(
            course,
            model.fields().stream()
                .filter(field -> field.source() == RunField.Source.TRAINING)
                .map(field -> field.id().substring(RunField.TRAINING.length()))
                .toList()));
    course.valueProperty().addListener(changed -> courseChanged.run());
  }

  /** What was chosen stays chosen while others are offered. */
  private static void offer(ComboBox<String> box, List<String> items) {
    String value = box.getValue();
    List<String> all = new ArrayList<>(items);
    if (value != null && !all.contains(value)) {
      all.add(value);
    }
    if (!all.equals(box.getItems())) {
      box.getItems().setAll(all);
      box.setValue(value);
    }
  }

  private static StringConverter<String> words(UnaryOperator<String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(String value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public String fromString(String text) {
        throw new UnsupportedOperationException("The list is chosen from, not typed into.");
      }
    };
  }

  /** The controls, in a row. */
  List<Node> controls() {
    return List.of(filter, group, course, columns);
  }

  /** Why the query cannot be understood; takes no room while it can. */
  Node problem() {
    return problem;
  }

  /** Column of metrics.csv whose course is drawn. */
  String course() {
    String chosen = course.getValue();
    return chosen == null ? "reward" : chosen;
  }

  void drawCourse(String name) {
    course.setValue(name);
  }

  /** Opens the choice of columns. */
  void openColumns() {
    chooser.fill();
    popover.show(columns);
  }

  /** The query. */
  Node filter() {
    return filter;
  }

  /** Puts the cursor into the query. */
  void find() {
    filter.requestFocus();
    filter.selectAll();
  }
}
